"""What can go wrong, so that callers can tell bad input from a bug.

Every error is a `ClaimcheckError` and also the fitting builtin, so that code that knows only Python's own
exceptions catches the right thing. A message says where, and what to do.
"""

__all__ = [
    "ClaimcheckError",
    "ConfigurationError",
    "CorpusError",
    "DocumentError",
    "InternalError",
    "LexiconError",
    "RuleError",
    "UnitError",
]


class ClaimcheckError(Exception):
    """Base of everything that claimcheck raises on purpose."""


class DocumentError(ClaimcheckError, ValueError):
    """A file or text that cannot be read; the message names the file and the place in it."""


class ConfigurationError(ClaimcheckError, ValueError):
    """A configuration that cannot be followed; the message names the key, and a near one that exists."""


class CorpusError(ClaimcheckError, ValueError):
    """A corpus file that is not in the notation of docs/corpus.md; the message starts with `file:line:`."""


class LexiconError(ClaimcheckError, ValueError):
    """A data file of the lexicon that contradicts itself; the message starts with `file:line:`."""


class UnitError(ClaimcheckError, ValueError):
    """A unit that does not exist, or two units that measure different things."""


class RuleError(ClaimcheckError, LookupError):
    """A rule that does not exist, or is declared twice or without examples."""


class InternalError(ClaimcheckError, RuntimeError):
    """A bug in claimcheck that kept one text from being checked; the message names the text and the place."""
