"""The errors a caller may meet; the command line alone turns them into exit codes."""

from __future__ import annotations


class AligncheckError(Exception):
    """Something the user can mend; its text is one line that says where and what to do."""


class UsageError(AligncheckError):
    """An option, a path or a pattern that cannot be used as given."""


class ConfigError(AligncheckError):
    """A configuration file that does not say what it must; names the file, the line and the key."""


class UnreadableError(AligncheckError):
    """A file that cannot be read as text; becomes a finding about that file alone."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        """Hold the reason and the 1-based place in the file where reading failed."""
        super().__init__(reason)
        self.line = line
        self.column = column


class TermbaseError(AligncheckError):
    """A glossary file that cannot be used; names the file and the line."""


class ModelError(AligncheckError):
    """An embedding model that is not there or cannot be loaded; says how to go on offline."""
