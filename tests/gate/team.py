"""A team's repository: forty articles in three languages, made of the sections of our own."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parents[2]
PUBLISHED: Final = ROOT / "articles" / "published"
NAMES: Final = ("als-stem-cells", "electric-ferries", "rye-sourdough", "skvalp")
LOCALES: Final = ("en", "sv", "zh")
ARTICLES: Final = 40
BLOCKS: Final = (4, 2)
"""How many blocks of the first and the second section, with their headings, make an article."""
CONFIG: Final = """\
source = "en"
locales = ["en", "sv", "zh"]
pattern = "articles/{article}/{locale}.md"
glossary = "glossary/"
"""


def git(repository: Path, *words: str) -> str:
    """Run git in a repository, as a person whom no configuration of this machine knows."""
    who = ["-c", "user.name=Team", "-c", "user.email=team@example.org", "-c", "gc.auto=0"]
    done = subprocess.run(
        ["git", *who, *words], cwd=repository, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


def sections(name: str) -> list[dict[str, list[str]]]:
    """Give the blocks of an article's sections, in every locale; without those that hold tables."""
    found: list[dict[str, list[str]]] = []
    texts = ((PUBLISHED / name / f"{locale}.md").read_text(encoding="utf-8") for locale in LOCALES)
    cut = (re.split(r"^## ", text, flags=re.MULTILINE)[1:] for text in texts)
    for parts in zip(*cut, strict=True):
        blocks = [part.strip().split("\n\n") for part in parts]
        if len({len(each) for each in blocks}) == 1 and "\n|" not in parts[0]:
            found.append(dict(zip(LOCALES, blocks, strict=True)))
    return found


def forty_articles() -> dict[str, dict[str, list[str]]]:
    """Pair up sections of each article in ten ways: the first gives the title."""
    made: dict[str, dict[str, list[str]]] = {}
    for name in NAMES:
        stock = sections(name)
        pairs = [(first, first + gap) for gap in (1, 2, 3) for first in range(len(stock))]
        for number, (first, second) in enumerate(pairs[: ARTICLES // len(NAMES)]):
            made[f"{name}-{number}"] = {
                locale: _joined(stock[first][locale], stock[second % len(stock)][locale])
                for locale in LOCALES
            }
    return made


def _joined(first: Sequence[str], second: Sequence[str]) -> list[str]:
    title, *text = first[: BLOCKS[0]]
    heading, *more = second[: BLOCKS[1]]
    return [f"# {title}", *text, f"## {heading}", *more]


def build(repository: Path) -> None:
    """Make a repository with the articles, our glossary and a configuration, not committed yet."""
    repository.mkdir()
    git(repository, "init", "--quiet", "--initial-branch=main")
    for name, versions in forty_articles().items():
        for locale, blocks in versions.items():
            write(repository, name, locale, blocks)
    shutil.copytree(ROOT / "glossary", repository / "glossary")
    (repository / "aligncheck.toml").write_text(CONFIG, encoding="utf-8")


def write(repository: Path, name: str, locale: str, blocks: Sequence[str]) -> None:
    """Write a version of an article, a blank line between the blocks."""
    path = repository / "articles" / name / f"{locale}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(blocks).rstrip() + "\n", encoding="utf-8")


def blocks_of(repository: Path, name: str, locale: str) -> list[str]:
    """Read the blocks of a version."""
    path = repository / "articles" / name / f"{locale}.md"
    return path.read_text(encoding="utf-8").split("\n\n")


def commit(repository: Path, message: str) -> str:
    """Commit everything; give the commit."""
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", message)
    return git(repository, "rev-parse", "HEAD")
