"""The smaller commands: align, rules, rule, init, and completion in the shell."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from aligncheck.config import load_config
from aligncheck.engine import load_rules
from aligncheck.engine.documentation import rules_markdown
from aligncheck.model import Bead, Bitext, Document, Kind, Segment, Span
from tests.cli.conftest import python

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

ROOT = Path(__file__).parents[2]
SEGMENT = {
    "type": "object",
    "properties": {
        "index": {"type": "integer"},
        "start_line": {"type": "integer"},
        "end_line": {"type": "integer"},
        "text": {"type": "string"},
    },
    "required": ["index", "start_line", "end_line", "text"],
    "additionalProperties": False,
}


def _document(path: str, locale: str, *texts: str) -> Document:
    segments = [
        Segment(index, Kind.PARAGRAPH, 0, text, text, Span(2 * index + 1, 1, 2 * index + 1, 9))
        for index, text in enumerate(texts)
    ]
    return Document(path, locale, tuple(segments))


EN = _document("ferry.en.md", "en", "The ferry leaves at nine.", "No dogs.", "See you.")
SV = _document("ferry.sv.md", "sv", "Färjan går klockan nio.", "\x1b[31mVi ses.", "Nytt.")
BITEXT = Bitext(
    EN,
    SV,
    (
        Bead((EN.segments[0],), (SV.segments[0],), 0.91234567),
        Bead((EN.segments[1],), (), 0.0),
        Bead((EN.segments[2],), (SV.segments[1],), 0.8, moved=True),
        Bead((), (SV.segments[2],), 0.0),
    ),
    confidence=0.98,
)


@pytest.fixture
def aligned(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Put a bitext of ours in the place of an alignment, and keep what was asked for."""
    asked: dict[str, object] = {}

    def align_files(source: str, target: str, config: object, **options: object) -> Bitext:
        asked.update(options, source=source, target=target, config=config)
        return BITEXT

    monkeypatch.setattr("aligncheck.pipeline.align_files", align_files)
    return asked


def test_align_writes_the_contract(run: Callable[..., Outcome], aligned: dict[str, object]) -> None:
    """The JSON of align holds exactly what the contract names, null alignments as empty lists."""
    outcome = run("align", "a.txt", "b.txt", "--locale", "a.txt=en", "-f", "json")
    document = json.loads(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert (aligned["source"], aligned["target"]) == ("a.txt", "b.txt")
    assert aligned["locales"] == {"a.txt": "en"}
    assert list(document) == ["schema", "source", "target", "confidence", "beads"]
    assert document["source"] == {"path": "ferry.en.md", "locale": "en"}
    assert document["confidence"] == 0.98
    assert [list(bead) for bead in document["beads"]] == [
        ["source", "target", "similarity", "moved"]
    ] * 4
    assert document["beads"][0]["similarity"] == 0.9123
    assert document["beads"][1]["target"] == document["beads"][3]["source"] == []
    assert [bead["moved"] for bead in document["beads"]] == [False, False, True, False]
    for bead in document["beads"]:
        jsonschema.validate(bead["source"] + bead["target"], {"items": SEGMENT})


def test_align_shows_columns(
    run: Callable[..., Outcome], aligned: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two versions stand side by side, with similarities between and gaps marked."""
    monkeypatch.setenv("COLUMNS", "90")
    lines = [line.split() for line in run("align", "a", "b").out.splitlines()]
    assert aligned["source"] == "a"
    assert lines[0] == ["en", "ferry.en.md", "sv", "ferry.sv.md"]
    assert lines[1] == [
        "1",
        "The",
        "ferry",
        "leaves",
        "at",
        "nine.",
        "0.91",
        "1",
        "Färjan",
        "går",
        "klockan",
        "nio.",
    ]
    assert lines[2] == ["3", "No", "dogs.", "∅"]
    assert lines[3] == ["5", "See", "you.", "0.80", "↕", "3", "<U+001B>[31mVi", "ses."]
    assert lines[4] == ["∅", "5", "Nytt."]
    assert " ".join(lines[-1]) == ("2 × 1:1, 1 × 1:0, 1 × 0:1 · versions of one article: 98% sure")


def test_rules_lists_every_rule(run: Callable[..., Outcome]) -> None:
    """Each rule has a line that begins with its code, in the order of the codes."""
    listed = [line.split()[0] for line in run("rules").out.splitlines() if line[:2] == "AC"]
    assert listed == [rule.code for rule in load_rules()]


def test_rules_for_programs(run: Callable[..., Outcome]) -> None:
    """The JSON of rules holds code, name, severity, options and documentation of each."""
    document = json.loads(run("rules", "-f", "json").out)
    assert [rule["code"] for rule in document["rules"]] == [rule.code for rule in load_rules()]
    assert {tuple(rule) for rule in document["rules"]} == {
        ("code", "name", "severity", "scope", "summary", "options", "documentation")
    }


def test_rules_md_is_fresh() -> None:
    """RULES.md is what ``aligncheck rules -f markdown -o RULES.md`` writes now."""
    written = (ROOT / "RULES.md").read_text(encoding="utf-8")
    fresh = rules_markdown(load_rules())
    assert written == fresh, "run: aligncheck rules -f markdown -o RULES.md"


@pytest.mark.parametrize("name", ["AC102", "ac102", "dropped-segment"])
def test_rule_is_found_by_code_and_name(name: str, run: Callable[..., Outcome]) -> None:
    """A rule is explained by its code, in either case, or its name."""
    outcome = run("rule", name)
    assert outcome.code == 0
    assert outcome.out.split()[:2] == ["AC102", "dropped-segment"]
    assert "How to fix" in outcome.out


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("AC999", "there is no rule 'AC999'"),
        ("droped-segment", "(did you mean AC102 dropped-segment?)"),
    ],
)
def test_unknown_rule_is_an_error(name: str, message: str, run: Callable[..., Outcome]) -> None:
    """A rule that does not exist is an error in one line, with the nearest name."""
    outcome = run("rule", name)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert message in outcome.err


def test_rule_for_programs(run: Callable[..., Outcome]) -> None:
    """A rule's JSON and Markdown hold its documentation."""
    (rule,) = [rule for rule in load_rules() if rule.code == "AC102"]
    assert json.loads(run("rule", "AC102", "-f", "json").out)["summary"] == rule.summary
    assert run("rule", "AC102", "-f", "markdown").out.startswith("## AC102 dropped-segment\n")


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder of two articles in two languages, and work in it."""
    for article in ("ferry", "quay"):
        for locale in ("en", "sv"):
            path = tmp_path / "texts" / article / f"{locale}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("# Title\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_writes_what_fits(run: Callable[..., Outcome], articles: Path) -> None:
    """The configuration that is written is valid and names the layout found."""
    outcome = run("init")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "wrote aligncheck.toml; now run: aligncheck check\n"
    config = load_config(articles / "aligncheck.toml", articles)
    assert config.pattern == ("texts/{article}/{locale}.md",)
    assert sorted(config.locales) == ["en", "sv"]


def test_init_says_where_it_recognizes_no_layout(
    run: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is to be done before a check can run is said instead of calling for one."""
    monkeypatch.chdir(tmp_path)
    for name in ("svensk", "engelsk", "kina"):
        Path(f"{name}.md").write_text("# Title\n", encoding="utf-8")
    outcome = run("init")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("wrote aligncheck.toml; no layout was recognized: set `pattern`")
    assert "now run" not in outcome.out
    assert load_config(None, tmp_path).pattern == ()


def test_init_replaces_nothing_unasked(run: Callable[..., Outcome], articles: Path) -> None:
    """A configuration that is there stays, unless --force; --dry-run writes nothing."""
    path = articles / "aligncheck.toml"
    path.write_text("# mine\n", encoding="utf-8")
    refused = run("init")
    assert (refused.code, refused.out) == (2, "")
    assert "aligncheck.toml is there already" in refused.err
    assert "pattern" in run("init", "--dry-run").out
    assert path.read_text(encoding="utf-8") == "# mine\n"
    assert run("init", "--force").code == 0
    assert "pattern" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("shell", "words", "offered", "absent"),
    [
        ("bash", "aligncheck ", {"check", "align", "rules", "rule", "init"}, set()),
        ("bash", "aligncheck ru", {"rule", "rules"}, {"check"}),
        ("zsh", "aligncheck rule AC10", {"AC101", "AC102"}, {"AC201"}),
        ("bash", "aligncheck check --output-format js", {"json", "json-lines"}, {"sarif"}),
        ("fish", "aligncheck check --fail-on ", {"error", "warning", "info", "never"}, set()),
        ("zsh", "aligncheck check --ex", {"--exit-zero"}, {"--source"}),
    ],
)
def test_shell_completion(
    shell: str,
    words: str,
    offered: set[str],
    absent: set[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Commands, options, formats and codes are completed in bash, zsh and fish."""
    current = words.rpartition(" ")[2] if shell == "fish" else str(words.count(" "))
    monkeypatch.setenv("_ALIGNCHECK_COMPLETE", f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", current)
    done = python("-m", "aligncheck")
    found = {part for line in done.stdout.splitlines() for part in line.replace(",", " ").split()}
    assert done.returncode == 0
    assert offered <= found
    assert not absent & found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_gets_its_script(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """``_ALIGNCHECK_COMPLETE=bash_source aligncheck`` prints what the shell is to read."""
    monkeypatch.setenv("_ALIGNCHECK_COMPLETE", f"{shell}_source")
    done = python("-m", "aligncheck")
    assert "_ALIGNCHECK_COMPLETE" in done.stdout
    assert done.returncode == 0


def test_align_counts_beads_of_all_kinds(
    run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts that were merged stand in one row, a line each."""
    merged = replace(BITEXT, beads=(Bead(EN.segments[:2], SV.segments[:1], 0.7),))
    monkeypatch.setattr("aligncheck.pipeline.align_files", lambda *_, **__: merged)
    out = run("align", "a", "b").out
    assert "No dogs." in out
    assert "1 × 2:1" in out
