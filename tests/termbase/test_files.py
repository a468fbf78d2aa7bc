"""Reading and writing glossary files, and what is said of those that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligncheck.errors import TermbaseError, UsageError
from aligncheck.model import Concept, Term, TermStatus
from aligncheck.termbase import load_termbase
from aligncheck.termbase.files import loading
from aligncheck.termbase.files.field_values import parse_flag
from aligncheck.termbase.files.loading import read_concepts, write_concepts

ADMITTED, FORBIDDEN = TermStatus.ADMITTED, TermStatus.FORBIDDEN
CONCEPTS = (
    Concept(
        "heart-valve",
        (
            Term("en", "heart valve", part_of_speech="noun"),
            Term("sv", "hjärtklaff", part_of_speech="noun"),
            Term("sv", "hjärtventil", FORBIDDEN, part_of_speech="noun", note="A false friend."),
            Term("zh-Hans", "心脏瓣膜", part_of_speech="noun"),
            Term("zh-Hans", "心瓣", ADMITTED, part_of_speech="noun"),
        ),
        "Not of a machine.",
    ),
    Concept("who", (Term("en", "WHO", do_not_translate=True, case_sensitive=True),)),
    Concept(
        "starter", (Term("en", "starter, fed", files="rye/"), Term("sv", 'grund "a"', files="rye/"))
    ),
)


def key(concepts: tuple[Concept, ...]) -> list[object]:
    """Give what a file must keep: everything but the order of a concept's terms."""
    return [(c.id, c.note, sorted(c.terms, key=lambda t: (t.locale, t.text))) for c in concepts]


@pytest.mark.parametrize("suffix", [".toml", ".csv", ".tsv", ".tbx"])
@pytest.mark.parametrize("tbx", [2, 3])
def test_every_form_keeps_everything(tmp_path: Path, suffix: str, tbx: int) -> None:
    """What is written in any form is read back the same."""
    file = tmp_path / f"terms{suffix}"
    file.write_text(write_concepts(CONCEPTS, file, tbx=tbx), encoding="utf-8")
    assert key(read_concepts(file)) == key(CONCEPTS)


def test_native_form_is_short() -> None:
    """A term with nothing to say beside its text is a string."""
    terms = (Term("en", "valve"), Term("sv", "ventil"), Term("sv", "klaff", ADMITTED))
    assert write_concepts([Concept("valve", terms)], Path("x.toml")) == (
        '[[concept]]\nid = "valve"\nen = "valve"\n'
        'sv = ["ventil", {text = "klaff", status = "admitted"}]\n'
    )


VALVE = [("valve", "preferred"), ("ventil", "preferred")]
CSV = [
    ("en,sv\nvalve,ventil\n", VALVE),
    ("en;sv\nvalve;ventil\n", VALVE),
    ("\ufeffen,sv\nvalve,\n", [("valve", "preferred")]),
    ("en,sv\nvalve,ventil|klaff\n", [*VALVE, ("klaff", "preferred")]),
    ("en,sv,status\nvalve,klaff,forbidden\n", [("valve", "preferred"), ("klaff", "forbidden")]),
    ("en,sv,forbidden\nvalve,klaff,TRUE\n", [("valve", "preferred"), ("klaff", "forbidden")]),
    ("en,sv,sv-forbidden\nvalve,ventil,klaff\n", [*VALVE, ("klaff", "forbidden")]),
    ("en,sv,status\nvalve,ventil,\nvalve,klaff,admitted\n", [*VALVE, ("klaff", "admitted")]),
    ("valve,ventil,en,sv\n", VALVE),
]


@pytest.mark.parametrize(("text", "expected"), CSV)
def test_tables_are_read_as_spreadsheets_write_them(
    tmp_path: Path, text: str, expected: list[tuple[str, str]]
) -> None:
    """Commas or semicolons, statuses by row or by column, and DeepL's form give one concept."""
    file = tmp_path / "terms.csv"
    file.write_text(text, encoding="utf-8")
    (concept,) = read_concepts(file)
    assert [(term.text, term.status.value) for term in concept.terms] == expected


def test_homonyms_are_concepts_of_their_own(tmp_path: Path) -> None:
    """Two rows with one source term and two translations are two concepts."""
    file = tmp_path / "terms.csv"
    file.write_text("en,sv\nbank,bank\nbank,strand\n", encoding="utf-8")
    assert [concept.id for concept in read_concepts(file)] == ["bank", "bank-2"]


TAGS = """<?xml version="1.0"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" style="dct">
<text><body><conceptEntry id="c7"><langSec xml:lang="sv"><termSec>
<term>klaff</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
</termSec></langSec></conceptEntry></body></text></tbx>"""


def test_tbx_with_categories_as_tags(tmp_path: Path) -> None:
    """The other style of TBX 3 is read too; a superseded term is forbidden."""
    file = tmp_path / "terms.tbx"
    file.write_text(TAGS, encoding="utf-8")
    (concept,) = read_concepts(file)
    assert (concept.id, concept.terms) == ("c7", (Term("sv", "klaff", FORBIDDEN),))


ERRORS = [
    ("a.toml", "[[concept]]\nsvenska = 1\n", "a.toml:2: unknown key 'svenska'"),
    ("a.toml", '[[concept]]\nnotes = "x"\n', "a.toml:2: unknown key 'notes'; did you mean 'note'?"),
    ("a.toml", '[[concept]]\nen = "x"\n\n[[concept]]\nid = "y"\n', "a.toml:4: a concept without"),
    (
        "a.toml",
        '[[concept]]\nen = {text = "x", status = "prefered"}\n',
        "a.toml:2: unknown status 'prefered'; did you mean 'preferred'",
    ),
    (
        "a.toml",
        '[[concept]]\nen = {text = "x", stauts = "preferred"}\n',
        "a.toml:2: unknown key 'stauts'; did you mean 'status'?",
    ),
    ("a.toml", '[[concept]]\nen = ""\n', "a.toml:2: a term of en without text"),
    ("a.toml", "[[concept]]\nen = \n", "a.toml:2: Invalid value"),
    ("a.toml", "[concepts]\n", "a.toml:1: unknown key 'concepts'"),
    ("a.csv", "", "a.csv:1: an empty file"),
    ("a.csv", "a,b\nx,y\n", "a.csv:1: unknown column 'a'"),
    ("a.csv", "note\nx\n", "a.csv:1: no column is a locale"),
    ("a.csv", "en,status\nx,\ny,good\n", "a.csv:3: unknown status 'good'"),
    ("a.csv", 'en,sv\nx,"y\n', "a.csv:2: unexpected end of data"),
    ("a.tbx", "<tbx>\n<a></b></tbx>", "a.tbx:2: not well-formed XML"),
    ("a.tbx", "<html/>", "a.tbx:1: no TBX"),
    ("a.tbx", '<!DOCTYPE x [<!ENTITY a "b">]>\n<tbx>&a;</tbx>', "a.tbx:1: XML that defines"),
    (
        "a.tbx",
        "<tbx><conceptEntry>\n<langSec/></conceptEntry></tbx>",
        "a.tbx:2: a <langSec> with no xml:lang",
    ),
    (
        "a.tbx",
        '<tbx><conceptEntry><langSec xml:lang="sv">\n<termSec/></langSec></conceptEntry></tbx>',
        "a.tbx:2: a <termSec> without a term",
    ),
    ("a.txt", "x", "a.txt:1: not a glossary file"),
]


@pytest.mark.parametrize(("name", "text", "expected"), ERRORS)
def test_errors_name_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, expected: str
) -> None:
    """Whatever is wrong with a glossary is told with its file and line."""
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(text, encoding="utf-8")
    with pytest.raises(TermbaseError) as raised:
        load_termbase([Path(name)])
    assert str(raised.value).startswith(expected)


@pytest.mark.parametrize("content", [b"en\n\xff\xfe\n", b""])
def test_bytes_that_are_no_text(tmp_path: Path, content: bytes) -> None:
    """A file in another encoding is an error at the line of its first wrong byte."""
    file = tmp_path / "terms.csv"
    file.write_bytes(content)
    with pytest.raises(TermbaseError, match=r"terms\.csv:[12]: (not UTF-8|an empty file)"):
        load_termbase([file])


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    """What is not there is named, be it a file or what may have been a folder."""
    for name in ("none.csv", "none"):
        with pytest.raises(TermbaseError, match=rf"^there is no \S+/{name}$"):
            load_termbase([tmp_path / name])


def test_folders_are_read_at_any_depth(tmp_path: Path) -> None:
    """A folder gives the glossary files in it, by name, and leaves others alone."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.csv").write_text("en\nsecond\n", encoding="utf-8")
    (tmp_path / "a.toml").write_text('[[concept]]\nen = "first"\n', encoding="utf-8")
    (tmp_path / "deep" / "c.tsv").write_text("en\nthird\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("no glossary", encoding="utf-8")
    concepts = load_termbase([tmp_path]).concepts
    assert [concept.id for concept in concepts] == ["first", "second", "third"]


def test_unknown_form_is_not_written() -> None:
    """A glossary is not written into a file of another kind."""
    with pytest.raises(UsageError, match=r"\.toml, \.csv, \.tsv, \.tbx"):
        write_concepts(CONCEPTS, Path("terms.xlsx"))


def test_large_files_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large file is parsed once; a spoilt copy is not believed; a change is seen."""
    monkeypatch.setattr(loading, "CACHED_FROM_BYTES", 1)
    file, cache = tmp_path / "terms.toml", tmp_path / "cache"
    file.write_text(write_concepts(CONCEPTS, file), encoding="utf-8")
    first = load_termbase([file], cache).concepts
    (kept,) = (cache / "termbase").iterdir()
    assert load_termbase([file], cache).concepts == first
    kept.write_text("[[1]]", encoding="utf-8")
    assert load_termbase([file], cache).concepts == first
    file.write_text('[[concept]]\nen = "other"\n', encoding="utf-8")
    assert [concept.id for concept in load_termbase([file], cache).concepts] == ["other"]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("x", True),
        ("Yes", True),
        ("ja", True),
        ("是", True),
        ("no", False),
        ("nej", False),
        ("nein", False),
        ("nei", False),
        ("", None),
    ],
)
def test_yes_and_no_are_read_in_any_language(word: str, value: bool | None) -> None:  # noqa: FBT001 - a column
    """A spreadsheet is kept in the language of its keepers."""
    assert parse_flag(word) is value


def test_another_word_is_neither() -> None:
    """What is neither yes nor no is said so."""
    with pytest.raises(ValueError, match="neither"):
        parse_flag("maybe")
