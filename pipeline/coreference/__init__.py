"""Who "il", "la startup", "son PDG", "ce dernier" are."""

from pipeline.coreference.links import resolve

__all__ = ["resolve"]
