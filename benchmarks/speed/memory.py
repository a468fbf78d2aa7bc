"""Measures how much memory a check takes at its peak, on sites of several sizes.

    python -m benchmarks.speed.memory [--articles 300 1200] [--checkout FOLDER]

A site is made of the sections of our own articles, two an article, in three languages, so that its
vectors are few and soon cached. Each check runs in a process of its own; the peak is the most
memory that it held (``ru_maxrss``). What grows with the number of articles is what is kept of them.
With a checkout, its package is measured in place of this one.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).parents[2]
LOCALES: Final = ("en", "sv", "zh")
KIBIBYTES: Final = 1024
"""A megabyte in the unit of ``ru_maxrss`` on Linux (macOS counts bytes: divide by 1024 again)."""
PROGRAM: Final = """
import resource, sys
from pathlib import Path
import aligncheck
root = Path(sys.argv[1])
outcome = aligncheck.check((), aligncheck.Config(root=root, source="en"))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak, outcome.summary.elapsed_seconds, outcome.summary.embeddings_computed)
"""


def main() -> None:
    """Print the peak and the seconds of a check for every size, and what an article adds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[300, 1200])
    parser.add_argument("--checkout", type=Path, default=ROOT, help="where the package lies")
    arguments = parser.parse_args()
    peaks: list[float] = []
    for number in sorted(arguments.articles):
        with tempfile.TemporaryDirectory() as folder:
            _make_site(Path(folder), number)
            peak, seconds = _measure_check(Path(folder), arguments.checkout)
        peaks.append(peak)
        print(f"{number:6} articles  {peak:7.0f} MB  {seconds:6.1f} s", flush=True)
    more = max(arguments.articles) - min(arguments.articles)
    if more:
        print(f"an article adds {(peaks[-1] - peaks[0]) * KIBIBYTES / more:.1f} kB")


def _make_site(folder: Path, number: int) -> None:
    """Write that many articles, each of two sections; the pairs of them take turns."""
    stock = list(_read_sections())
    for article in range(number):
        first, second = stock[article % len(stock)], stock[(article * 7 + 3) % len(stock)]
        place = folder / "articles" / f"article-{article:05}"
        place.mkdir(parents=True)
        for locale in LOCALES:
            text = f"# {first[locale]}\n\n## {second[locale]}\n"
            (place / f"{locale}.md").write_text(text, encoding="utf-8")


def _read_sections() -> Iterator[dict[str, str]]:
    """Give the sections of our articles, each in every language, without its heading's mark."""
    for place in sorted((ROOT / "articles" / "published").iterdir()):
        texts = ((place / f"{locale}.md").read_text(encoding="utf-8") for locale in LOCALES)
        cut = (re.split(r"^## ", text, flags=re.MULTILINE)[1:] for text in texts)
        for sections in zip(*cut, strict=True):
            yield dict(zip(LOCALES, (section.strip() for section in sections), strict=True))


def _measure_check(folder: Path, checkout: Path) -> tuple[float, float]:
    """Check a site until its vectors are cached; give the peak in megabytes, and the seconds."""
    command: Sequence[str] = [sys.executable, "-c", PROGRAM, str(folder)]
    surroundings = {**os.environ, "PYTHONPATH": str(checkout)}
    computed = 1.0
    while computed:
        done = subprocess.run(  # noqa: S603 - our own package
            command, check=True, capture_output=True, encoding="utf-8", env=surroundings, cwd=folder
        )
        peak, seconds, computed = (float(word) for word in done.stdout.split())
    return peak / KIBIBYTES, seconds


if __name__ == "__main__":
    main()
