"""What the reader's terminal can show."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

_PIPED_WIDTH = 100
"""Cells per line where no terminal and no ``COLUMNS`` says otherwise: as wide as most logs."""
_NARROWEST = 40
"""Cells per line at the least: set by hand, as a column beside a label would hold no whole words in
fewer."""


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is read by a person now; one that is closed (None) is not."""
    return stream is not None and stream.isatty()


def terminal_width() -> int:
    """Give the cells per line, never fewer than 40."""
    columns = shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns
    return max(columns, _NARROWEST)


def wants_colour() -> bool:
    """Tell whether standard output gets colours.

    ``NO_COLOR`` forbids them, ``FORCE_COLOR`` asks for them (no-color.org, force-color.org: any
    value but the empty one counts); else a terminal that is not dumb has them.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"
