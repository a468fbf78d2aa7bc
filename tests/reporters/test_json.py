"""The JSON contract, field by field."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck import reporters
from aligncheck.model import Run
from tests.sample_report import CLEAN, DROPPED, MODEL, REPORT, TERM, UNTRANSLATED

FINDING_KEYS = [
    "code",
    "name",
    "severity",
    "confidence",
    "message",
    "bundle",
    "locale",
    "path",
    "span",
    "text",
    "source",
    "suggestion",
    "fingerprint",
]


def test_document_has_the_fields_of_schema_1_and_no_others() -> None:
    """The document holds exactly what the contract names."""
    document = json.loads(reporters.render("json", REPORT))
    assert list(document) == ["schema", "tool", "model", "summary", "findings", "suppressed"]
    assert document["schema"] == 1
    assert document["model"] == MODEL
    assert document["tool"].keys() == {"name", "version"}
    assert document["summary"] == {
        "bundles": 2,
        "documents": 5,
        "segments": 83,
        "findings": 5,
        "suppressed": 1,
        "by_code": {"AC102": 1, "AC105": 1, "AC203": 1, "AC301": 2},
        "elapsed_seconds": 2.345,
        "embeddings": {"cached": 70, "computed": 13},
    }


def test_findings_have_the_fields_of_schema_1_and_no_others() -> None:
    """A finding holds exactly what the contract names, in code points and full length."""
    dropped, untranslated, *_ = json.loads(reporters.render("json", REPORT))["findings"]
    assert list(dropped) == FINDING_KEYS
    assert DROPPED.source is not None
    assert dropped["span"] == {
        "start_line": 14,
        "start_column": 1,
        "end_line": 14,
        "end_column": 1,
    }
    assert list(dropped["source"]) == ["path", "locale", "span", "text"]
    assert dropped["source"]["text"] == DROPPED.source.text
    assert untranslated["source"] is None
    assert untranslated["suggestion"] is None
    assert untranslated["text"] == UNTRANSLATED.text


def test_suppressed_findings_say_by_what() -> None:
    """A suppressed finding has the fields of a finding and what silenced it."""
    (suppressed,) = json.loads(reporters.render("json", REPORT))["suppressed"]
    assert list(suppressed) == [*FINDING_KEYS, "suppressed_by"]
    assert (suppressed["code"], suppressed["suppressed_by"]) == (TERM.code, "baseline")


def test_lines_hold_the_findings_of_the_document() -> None:
    """The json-lines format writes the same findings, one a line, and nothing for none."""
    lines = reporters.render("json-lines", REPORT).splitlines()
    document = json.loads(reporters.render("json", REPORT))
    assert [json.loads(line) for line in lines] == document["findings"]
    assert reporters.render("json-lines", CLEAN) == ""


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_text_survives(message: str, text: str) -> None:
    """Whatever an article holds comes back as it was."""
    finding = replace(DROPPED, message=message, text=text)
    (back,) = json.loads(reporters.render("json", Run((finding,))))["findings"]
    assert (back["message"], back["text"]) == (message, text)
