"""Readings → Graph, with the reason for every merge."""

from pipeline.dedupe.resolution import content_id, resolve

__all__ = ["content_id", "resolve"]
