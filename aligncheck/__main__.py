"""Runs the command line as ``python -m aligncheck``."""

from __future__ import annotations

import sys

from aligncheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
