"""What can go wrong, in words that a user understands.

Three homes: a fault in our rules stops the run before anything is read (:class:`RuleError`); an article that
cannot be read is set aside with its reason (:class:`ArticleError`) and the batch goes on; a wrong call — a
folder that is not there, an option that makes no sense — is one clear line and exit code 2 (:class:`UsageError`).
"""


class PipelineError(Exception):
    """Base of every error that this package raises on purpose."""


class UsageError(PipelineError):
    """The call itself is wrong: a missing folder, an unknown model, an option out of range."""


class RuleError(PipelineError):
    """One or more rule files are faulty. ``faults`` holds every fault, each with its file and key."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join([f"{len(faults)} fault(s) in the rules:", *faults]))


class ArticleError(PipelineError):
    """One article cannot be read. ``source`` names it, ``reason`` says why in one line."""

    def __init__(self, source: str, reason: str) -> None:
        self.source, self.reason = source, reason
        super().__init__(f"{source}: {reason}")
