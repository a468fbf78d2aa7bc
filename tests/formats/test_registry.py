"""The formats are found by their files, and every list of suffixes follows theirs."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import pytest
import yaml

from aligncheck.errors import UnreadableError, UsageError
from aligncheck.formats import (
    _registry,
    find_format,
    has_known_suffix,
    has_lines,
    known_suffixes,
    load_formats,
    read_document,
    split_suffix,
)
from aligncheck.termbase.files.loading import GLOSSARY_READERS

ROOT: Final = Path(__file__).parents[2]


def test_every_file_is_a_format() -> None:
    """The formats are the files of the folder, and each claims at least one suffix."""
    names = {path.stem for path in (ROOT / "aligncheck/formats").glob("[a-z]*.py")}
    assert {each.name for each in load_formats()} == names
    assert all(each.suffixes for each in load_formats())


def test_a_suffix_belongs_to_one_format(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files that claim one suffix are both named in the error."""
    twin = SimpleNamespace(SUFFIXES=(".txt",), read=None)
    monkeypatch.setattr(
        _registry,
        "import_module",
        lambda name: twin if name.endswith(".html") else import_module(name),
    )
    with pytest.raises(ValueError, match=r"formats/html\.py and formats/text\.py both claim \.txt"):
        load_formats.__wrapped__()


@pytest.mark.parametrize("suffix", ["txt", ".TXT", ""])
def test_a_suffix_is_written_one_way(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A suffix without its dot or in capitals would never be met, and is refused."""
    odd = SimpleNamespace(SUFFIXES=(suffix,), read=None)
    monkeypatch.setattr(_registry, "import_module", lambda _: odd)
    with pytest.raises(ValueError, match="in lower case, with its dot"):
        load_formats.__wrapped__()


@pytest.mark.parametrize(
    ("path", "stem", "form"),
    [
        ("sv/a.md", "sv/a", "text"),
        ("a.SV.Markdown", "a.SV", "text"),
        ("a.xhtml", "a", "page"),
        ("a.HTM", "a", "page"),
        ("a.b.txt", "a.b", "plain"),
        ("a.rst", "a.rst", "text"),
        ("a", "a", "text"),
    ],
)
def test_a_suffix_is_taken_off(path: str, stem: str, form: str) -> None:
    """What is no suffix of a format stays; the form is that of the format."""
    assert split_suffix(path) == (stem, form)
    assert has_known_suffix(path) is (stem != path)


def test_text_without_a_known_suffix_is_plain() -> None:
    """A file that no format claims is read as plain text."""
    assert find_format(".rst").name == "text"
    assert [s.text for s in read_document("a.rst", "en", "# A\n").segments] == ["# A"]
    assert has_lines("a.rst")


def test_looking_for_files_loads_no_parser() -> None:
    """What the suffixes are is known without what reads the files."""
    code = (
        "import sys; from aligncheck.formats import known_suffixes; known_suffixes();"
        "print(*sorted({'markdown_it', 'yaml', 'zipfile', 'defusedxml', 'html.entities',"
        " 'aligncheck.formats.plain.paragraphs'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout.strip() == ""


def test_the_action_keeps_its_cache_by_all_of_them() -> None:
    """The key of the cache changes with a file of any format."""
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    (hashed,) = re.findall(r"hashFiles\((.*?)\)", text)
    assert re.findall(r"'\*\*/\*([^']+)'", hashed) == list(known_suffixes())


def test_the_hook_runs_for_all_of_them() -> None:
    """pre-commit runs for articles of any format and for glossaries, in any letter case."""
    whole = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    inner = re.fullmatch(r"\(\?i\)\\\.\((.*)\)\$", whole["files"])
    assert inner
    assert {f".{each}" for each in inner[1].split("|")} == {*known_suffixes(), *GLOSSARY_READERS}
    assert re.search(whole["files"], "a/SV.HTML")
    assert not re.search(whole["files"], "a/sv.html.py")


def test_the_readme_names_all_of_them() -> None:
    """The table of formats has every suffix once, in the order of the formats' files."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text.split("| format | files |", 1)[1].split("\n\n", 1)[0]
    assert re.findall(r"`(\.[a-z]+)`", table) == list(known_suffixes())


@pytest.mark.parametrize("path", ["a.xhtml", "a.Htm", "a.markdown", "a.mdx", "a.txt"])
def test_all_of_them_are_read_from_disk(path: str, tmp_path: Path) -> None:
    """A file with any of the suffixes is read; an empty one is told from a text."""
    (tmp_path / path).write_text("<p>Färjan går.</p>", encoding="utf-8")
    (segment,) = read_document(str(tmp_path / path), "sv").segments
    assert "Färjan går." in segment.text
    (tmp_path / path).write_text("", encoding="utf-8")
    with pytest.raises(UnreadableError, match="the file is empty"):
        read_document(str(tmp_path / path), "sv")


def test_what_is_not_read_is_told_what_is(tmp_path: Path) -> None:
    """A file given by hand that no format claims is refused with the suffixes that are read."""
    from aligncheck.config import Config  # noqa: PLC0415 - used here alone
    from aligncheck.discovery import discover_bundles  # noqa: PLC0415 - as above

    for name in ("a.sv.rst", "a.en.rst"):
        (tmp_path / name).write_text("Text.\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"not a kind of file that is read \(.*\.xhtml.*\.txt\)"):
        discover_bundles(
            Config(root=tmp_path), [str(tmp_path / "a.sv.rst"), str(tmp_path / "a.en.rst")]
        )
    for name in ("a.sv.xhtml", "a.en.xhtml"):
        (tmp_path / name).write_text("<p>Text.</p>\n", encoding="utf-8")
    pair = [str(tmp_path / "a.sv.xhtml"), str(tmp_path / "a.en.xhtml")]
    (bundle,) = discover_bundles(Config(root=tmp_path), pair)
    assert set(bundle.paths) == {"sv", "en"}
