"""Takes the pictures of the report that the README shows, in a real browser.

    python -m benchmarks.screenshots [ARTICLES …] [--output .github/images]

Checks the articles (articles/drafts by default) as `aligncheck report` does and photographs the
overview and an article, light and dark, on a desk and on a phone. Needs Chromium on the path.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from aligncheck import pipeline
from aligncheck.config import load_config
from aligncheck.reporters import html
from tests.reporters.html.browser import chromium, installed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

_LARGEST: Final = 300_000
"""Bytes that a picture may have."""
_DESK: Final = (1360, 800)
_PHONE: Final = (390, 780)


@dataclass(frozen=True, slots=True)
class _Picture:
    """One picture: the window, the colours, the article (empty: overview), the finding shown."""

    name: str
    window: tuple[int, int]
    scheme: Literal["light", "dark"]
    article: str = ""
    finding: int = 0


_PICTURES: Final = (
    _Picture("overview-light", _DESK, "light"),
    _Picture("overview-dark", _DESK, "dark"),
    _Picture("overview-phone-light", _PHONE, "light"),
    _Picture("overview-phone-dark", _PHONE, "dark"),
    _Picture("article-light", _DESK, "light", "electric-ferries", 5),
    _Picture("article-dark", _DESK, "dark", "als-stem-cells", 6),
    _Picture("article-phone-light", _PHONE, "light", "als-stem-cells", 3),
    _Picture("article-phone-dark", _PHONE, "dark", "electric-ferries", 5),
)


def main(arguments: Sequence[str]) -> int:
    """Take the pictures; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screenshots")
    parser.add_argument("paths", nargs="*", default=["articles/drafts"], metavar="ARTICLES")
    parser.add_argument("--output", type=Path, default=Path(".github/images"))
    options = parser.parse_args(arguments)
    if installed() is None:
        print("there is no Chromium on the path (apt-get install chromium)", file=sys.stderr)
        return 2
    run = pipeline.check(options.paths, load_config(None, Path.cwd()), keep_articles=True)
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        page = Path(folder) / html.INDEX
        page.write_text(html.render(run), encoding="utf-8")
        sizes = [_take(picture, browser, page, options.output) for picture in _PICTURES]
    return int(max(sizes) > _LARGEST)


def _take(picture: _Picture, browser: Browser, page: Path, folder: Path) -> int:
    """Take one picture and give its size in bytes."""
    width, height = picture.window
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    window = context.new_page()
    window.goto(page.as_uri())
    if picture.article:
        window.locator(f"#articles a[href*='{picture.article}']").click()
    window.mouse.move(0, 0)
    for _ in range(picture.finding):
        window.keyboard.press("n")
    file = folder / f"{picture.name}.png"
    window.screenshot(path=file)
    context.close()
    size = file.stat().st_size
    print(f"{file}: {size / 1000:.0f} kB")
    return size


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
