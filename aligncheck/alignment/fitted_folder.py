"""Where the fitted files of the aligner lie; a fit that runs reads from where it writes."""

from __future__ import annotations

from pathlib import Path

FITTED_FOLDER = Path(__file__).parent / "fitted"
