"""Versions in languages without a file: what is sure is reported, the rest is said once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from aligncheck.config import load_config
from aligncheck.languages import known_languages
from aligncheck.pipeline import check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aligncheck.model import Run

ARTICLE: Final = Path(__file__).parent / "unknown"
UNKNOWN: Final = sorted(
    file.stem for file in ARTICLE.glob("*.md") if file.stem not in known_languages()
)


def _check(folder: Path, versions: Mapping[str, str]) -> Run:
    """Check versions of the article, given by their languages."""
    for language, text in versions.items():
        (folder / f"{language}.md").write_text(text, encoding="utf-8")
    (folder / "aligncheck.toml").write_text('source = "en"\n', encoding="utf-8")
    return check([str(folder)], load_config(folder / "aligncheck.toml", folder))


def _read(language: str) -> str:
    return (ARTICLE / f"{language}.md").read_text(encoding="utf-8")


def test_nothing_is_found_in_correct_versions(tmp_path: Path) -> None:
    """Unknown languages in five scripts are accused of nothing, side by side, and named once."""
    run = _check(tmp_path, {code: _read(code) for code in ("en", *UNKNOWN)})
    assert [(one.path, one.code, one.message) for one in run.findings] == []
    assert len(run.bundles[0].paths) == 1 + len(UNKNOWN)
    # What was not checked is said once, of all of them.
    notes = [note for note in run.notes if "aligncheck knows" in note]
    assert len(notes) == 1
    assert all(f"({code})" in notes[0] for code in UNKNOWN)
    assert "(en)" not in notes[0]


@pytest.mark.parametrize("language", UNKNOWN)
def test_a_dropped_paragraph_is_found(tmp_path: Path, language: str) -> None:
    """The paragraph that is gone is missed in every language, and nothing else is reported."""
    blocks = _read(language).split("\n\n")
    run = _check(tmp_path, {"en": _read("en"), language: "\n\n".join((*blocks[:3], *blocks[4:]))})
    (found,) = run.findings
    assert (found.code, found.locale) == ("AC102", language)
    assert found.source is not None
    assert found.source.text.startswith("Bring a card")


@pytest.mark.parametrize("language", UNKNOWN)
def test_a_paragraph_copied_from_the_source_is_found(tmp_path: Path, language: str) -> None:
    """What stands word for word in the source was not translated, whatever the language."""
    blocks, source = _read(language).split("\n\n"), _read("en").split("\n\n")
    faulty = "\n\n".join((*blocks[:3], source[3], *blocks[4:]))
    run = _check(tmp_path, {"en": _read("en"), language: faulty})
    (found,) = run.findings
    assert (found.code, found.locale) == ("AC201", language)
    assert found.text.startswith("Bring a card")
    assert "in English" in found.message


@pytest.mark.parametrize("language", UNKNOWN)
def test_another_number_is_found(tmp_path: Path, language: str) -> None:
    """Numbers in digits are compared in every language."""
    run = _check(tmp_path, {"en": _read("en"), language: _read(language).replace("15", "45")})
    (found,) = run.findings
    assert (found.code, found.locale) == ("AC401", language)
