"""SARIF: valid by its schema, and complete for viewers and services."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from aligncheck import reporters
from aligncheck.engine import load_rules
from aligncheck.model import Run
from tests.reporters.schemas import sarif_schema
from tests.sample_report import CLEAN, DROPPED, REPORT, UNTRANSLATED


def _run(report: Run) -> Any:  # noqa: ANN401 - parsed JSON
    (run,) = json.loads(reporters.render("sarif", report))["runs"]
    return run


@pytest.mark.parametrize("report", [REPORT, CLEAN], ids=["findings", "clean"])
def test_is_valid_by_the_official_schema(report: Run) -> None:
    """What is written is valid SARIF 2.1.0."""
    schema = sarif_schema()
    assert schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    jsonschema.validate(json.loads(reporters.render("sarif", report)), schema)


def test_schema_refuses_what_is_no_sarif() -> None:
    """The schema that we validate against does refuse an unknown level."""
    log = json.loads(reporters.render("sarif", REPORT))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, sarif_schema())


def test_every_rule_brings_its_documentation() -> None:
    """All rules are described, with the help that their docstrings hold."""
    described = {rule["id"]: rule for rule in _run(REPORT)["tool"]["driver"]["rules"]}
    assert list(described) == [rule.code for rule in load_rules()]
    for rule in load_rules():
        assert rule.find_section("How to fix") in described[rule.code]["help"]["markdown"]


def test_results_say_where_how_sure_and_what_else_is_concerned() -> None:
    """A result has its region in code points, its fingerprint and the place in the source."""
    run = _run(REPORT)
    assert run["columnKind"] == "unicodeCodePoints"
    dropped = run["results"][0]
    region = dropped["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 14, "startColumn": 1, "endLine": 14, "endColumn": 1}
    assert dropped["partialFingerprints"] == {"aligncheck/v1": DROPPED.fingerprint}
    (related,) = dropped["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "articles/harbour/en.md"
    assert "The quay is closed" in related["message"]["text"]
    assert [result["level"] for result in run["results"]] == [
        "error",
        "error",
        "warning",
        "note",
        "warning",
    ]
    assert "relatedLocations" not in run["results"][1]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a/b.md", "a/b.md"),
        ("a b/100%,sv.md", "a%20b/100%25%2Csv.md"),
        ("文/ö.md", "%E6%96%87/%C3%B6.md"),
        ("/abs/a b.md", "file:///abs/a%20b.md"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    """A path is written as a URI that leads back to it."""
    run = _run(Run((replace(UNTRANSLATED, path=path),)))
    written = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert written == uri
    assert unquote(written).removeprefix("file://") == path


def test_brackets_of_articles_make_no_links() -> None:
    """Brackets in a message are escaped, so that only our own link is one."""
    finding = replace(DROPPED, message=r"See [here](1) and C:\x")
    text = _run(Run((finding,)))["results"][0]["message"]["text"]
    assert r"See \[here\](1) and C:\\x" in text
    assert text.endswith("([en](1))")
