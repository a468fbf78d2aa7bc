"""Measures how long the command line takes where nothing is to be embedded.

    python -m benchmarks.speed.startup [PATH...] [--rounds 9]

``aligncheck --help`` and a check of the paths
(by default one article of this repository) whose vectors are all cached, in rounds that take turns
with ``python -c "import numpy"``. The ratios to that hold on other machines, and on this one under
load; seconds do not.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARTICLE = Path(__file__).parents[2] / "articles" / "published" / "skvalp"
_FOUND = 1
"""The exit code of a check that has findings."""
_UNLIKE_USERS = frozenset({"PYTHONDONTWRITEBYTECODE"})
"""Settings of developers under which Python compiles every module anew in every run."""


class _Cost(NamedTuple):
    """Seconds that a process took: of a processor, and of the clock."""

    processor: float
    clock: float


def main() -> None:
    """Print a line per command: seconds of processor and clock (medians), and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=[str(_ARTICLE)])
    parser.add_argument("--rounds", type=int, default=9, help="how many rounds (default 9)")
    arguments = parser.parse_args()
    commands = {
        "import numpy": ["-c", "import numpy"],
        "aligncheck --help": ["-m", "aligncheck", "--help"],
        "cached check": ["-m", "aligncheck", "check", *arguments.paths],
    }
    for command in commands.values():
        _time_command(command)  # fills the cache of vectors, and Python's of compiled modules
    costs: dict[str, list[_Cost]] = {name: [] for name in commands}
    for _ in range(arguments.rounds):
        for name, command in commands.items():
            costs[name].append(_time_command(command))
    typical = {name: _take_medians(each) for name, each in costs.items()}
    base = typical["import numpy"]
    print(f"{arguments.rounds} rounds, medians      processor      clock   times import numpy")
    for name, cost in typical.items():
        ratios = f"{cost.processor / base.processor:5.1f} {cost.clock / base.clock:5.1f}"
        print(f"{name:<20} {cost.processor:12.3f} s {cost.clock:8.3f} s   {ratios}")


def _time_command(command: Sequence[str]) -> _Cost:
    """Run Python and give what it took; fails where the command does."""
    before, start = os.times(), time.perf_counter()
    environment = {key: value for key, value in os.environ.items() if key not in _UNLIKE_USERS}
    done = subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, *command], capture_output=True, env=environment, check=False
    )
    after, end = os.times(), time.perf_counter()
    if done.returncode not in {0, _FOUND}:
        sys.exit(done.stderr.decode())
    spent = (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )
    return _Cost(spent, end - start)


def _take_medians(costs: Sequence[_Cost]) -> _Cost:
    """Give the middle of each figure by itself."""
    return _Cost(*(statistics.median(figures) for figures in zip(*costs, strict=True)))


if __name__ == "__main__":
    main()
