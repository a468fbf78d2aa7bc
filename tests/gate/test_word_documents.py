"""Word documents go the whole way: by hand, in folders, beside Markdown, through git and pages."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

import aligncheck
from aligncheck.cli import main
from aligncheck.config import Config
from aligncheck.gate import renew_baseline
from aligncheck.triage import render_baseline
from tests.formats.word_files import package, paragraph, part, run
from tests.gate.team import commit, git
from tests.test_pipeline import VERSIONS, WARNING, without

if TYPE_CHECKING:
    from pathlib import Path

LOCALES = ("en", "sv", "zh")


def document(blocks: tuple[str, ...], language: str = "") -> bytes:
    """Write the blocks of a Markdown article, headings and paragraphs, as a Word document."""
    body = ""
    for block in blocks:
        mark, _, title = block.partition(" ")
        style = {"#": "Titel", "##": "berschrift1"}.get(mark, "")
        words = title if style else block
        properties = f'<w:lang w:val="{language}"/>' if language else ""
        body += paragraph(run(words, properties), style)
    return package(body)


def save(folder: Path, versions: dict[str, tuple[str, ...]], *, word: str = "en sv zh") -> Path:
    """Write the versions of an article, some as Word documents, the others as Markdown."""
    folder.mkdir(parents=True, exist_ok=True)
    for locale, blocks in versions.items():
        if locale in word.split():
            (folder / f"{locale}.docx").write_bytes(document(blocks))
        else:
            (folder / f"{locale}.md").write_text("\n\n".join(blocks), encoding="utf-8")
    return folder


def found(folder: Path, **more: str) -> list[tuple[str, str, str]]:
    """Check a folder; give the code, the place and the locale of every finding."""
    config = Config(root=folder, source="en", locales=LOCALES)
    report = aligncheck.check_since([], config, **more)  # type: ignore[arg-type]  # passed on
    return [
        (f.code, f"{f.span.start_line}:{f.span.start_column}", f.locale) for f in report.findings
    ]


@pytest.mark.parametrize("word", ["en sv zh", "sv", "en", "en zh"])
def test_documents_stand_beside_each_other_and_beside_markdown(word: str, tmp_path: Path) -> None:
    """The same versions give the same findings, whichever of them are Word documents."""
    save(tmp_path / "whole/articles/a", VERSIONS, word=word)
    assert found(tmp_path / "whole") == []
    save(tmp_path / "short/articles/a", without("sv", WARNING), word=word)
    place = f"{WARNING + 1}:1" if "sv" in word.split() else f"{2 * WARNING + 1}:1"
    assert found(tmp_path / "short") == [("AC102", place, "sv")]


def test_an_editor_is_told_the_paragraph_and_its_heading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Word shows no line numbers, so paragraph and heading are named, in every format."""
    save(tmp_path / "a", without("sv", WARNING))
    monkeypatch.chdir(tmp_path)
    heading = [block for block in VERSIONS["sv"][:WARNING] if block.startswith("#")][-1]
    words = f"(paragraph {WARNING + 1}, under “{heading.lstrip('# ')}”)"
    for form in ("text", "concise", "markdown", "html", "junit"):
        assert main(["check", "a", "--source", "en", "-f", form]) == 1
        printed = " ".join(capsys.readouterr().out.split())
        assert words in printed.replace("\\", ""), form
        assert f"Translate and insert before paragraph {WARNING + 1}" in printed, form
        assert "before line" not in printed, form


def test_by_hand_a_document_says_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the names do not tell the locales, what Word marked the words with does."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.docx").write_bytes(document(VERSIONS["en"], "en-GB"))
    (tmp_path / "utkast.docx").write_bytes(document(without("sv", WARNING)["sv"], "sv-SE"))
    assert main(["check", "draft.docx", "utkast.docx", "--source", "en", "-f", "concise"]) == 1
    line, _ = capsys.readouterr().out.splitlines()
    assert line.startswith(f"utkast.docx:{WARNING + 1}:1: error AC102")
    (tmp_path / "utkast.docx").write_bytes(package(paragraph("Text."), styles=""))
    assert main(["check", "draft.docx", "utkast.docx"]) == 2
    assert "draft.docx and utkast.docx are both the en version" in capsys.readouterr().err


def test_names_count_before_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is called Swedish is Swedish, though Word took it for English."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.sv.docx").write_bytes(document(VERSIONS["sv"], "en-GB"))
    (tmp_path / "draft.en.docx").write_bytes(document(VERSIONS["en"], "en-GB"))
    assert main(["check", "draft.sv.docx", "draft.en.docx", "-q"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_document_on_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its bytes are read as a document, not as text."""
    save(tmp_path / "a", VERSIONS)
    monkeypatch.chdir(tmp_path)
    given = document(without("sv", WARNING)["sv"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    name = ["--stdin-filename", "a/sv.docx", "--source", "en", "-f", "concise"]
    assert main(["check", "-", *name]) == 1
    assert f"a/sv.docx:{WARNING + 1}:1: error AC102" in capsys.readouterr().out


def test_git_has_documents_as_they_were(tmp_path: Path) -> None:
    """What was missing at a revision is not new, and a document that changed is looked at."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    save(tmp_path / "articles/a", without("sv", WARNING))
    commit(tmp_path, "One article")
    assert found(tmp_path, changed_from="HEAD") == []
    save(tmp_path / "articles/a", {"zh": without("zh", WARNING)["zh"]})
    assert found(tmp_path, new_only="HEAD") == [("AC102", f"{WARNING + 1}:1", "zh")]
    assert len(found(tmp_path, changed_from="HEAD")) == 2


def test_a_baseline_knows_documents(tmp_path: Path) -> None:
    """What stands in it is found again in the document, and counts no more."""
    save(tmp_path / "articles/a", without("sv", WARNING))
    file = tmp_path / "known.json"
    config = Config(root=tmp_path, source="en", locales=LOCALES, baseline=file)
    _, made = renew_baseline([], config)
    file.write_text(render_baseline(made), encoding="utf-8")
    report = aligncheck.check([], config)
    assert report.findings == ()
    assert [one.by for one in report.suppressed] == ["baseline"]


def test_a_comment_in_a_document_silences(tmp_path: Path) -> None:
    """A comment on the paragraph that follows the gap does what one before it does in Markdown."""
    blocks = without("sv", WARNING)["sv"]
    save(tmp_path / "articles/a", {**VERSIONS, "sv": blocks})
    said = part(
        "comments", f'<w:comment w:id="1">{paragraph("aligncheck: ignore AC102")}</w:comment>'
    )
    body = "".join(
        paragraph(
            ('<w:commentRangeStart w:id="1"/>' if number == WARNING else "")
            + run(block.lstrip("# ")),
            {"#": "Titel", "##": "berschrift1"}.get(block.partition(" ")[0], ""),
        )
        for number, block in enumerate(blocks)
    )
    content = package(body, parts={"comments": said})
    (tmp_path / "articles/a/sv.docx").write_bytes(content)
    assert found(tmp_path) == []


@pytest.mark.parametrize("name", ["sv.docx", "sv.docm"])
def test_a_document_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    """It is one finding about the file, and the other versions are still compared."""
    save(tmp_path / "articles/a", {**without("zh", WARNING)})
    (tmp_path / "articles/a/sv.docx").unlink()
    (tmp_path / "articles/a" / name).write_bytes(b"Dear editor")
    (tmp_path / "articles/a/~$sv.docx").write_bytes(b"\x05Editor" + b"\0" * 100)
    assert found(tmp_path) == [("AC001", "1:1", "sv"), ("AC102", f"{WARNING + 1}:1", "zh")]
