"""The whole way, with the real model: from files on disk to a report."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import aligncheck
from aligncheck import Config, Run, Severity, pipeline
from aligncheck.embedding import Memory
from aligncheck.errors import ConfigError, UsageError
from aligncheck.model import Document
from aligncheck.triage import Baseline, make_baseline, render_baseline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from aligncheck.embedding.protocol import VectorArray

VERSIONS: dict[str, tuple[str, ...]] = {
    "en": (
        "# The lighthouse keeper's garden",
        "For forty years nobody lived on the island, and the garden grew as it liked.",
        "Last spring three volunteers began to clear the paths between the old apple trees.",
        "Visitors must not touch the walls, because the mortar is still poisonous.",
        "The boat leaves from the fishing harbour every Saturday at ten.",
    ),
    "sv": (
        "# Fyrvaktarens trädgård",
        "I fyrtio år bodde ingen på ön, och trädgården fick växa som den ville.",
        "I våras började tre frivilliga röja stigarna mellan de gamla äppelträden.",
        "Besökare får inte röra murarna, eftersom bruket fortfarande är giftigt.",
        "Båten går från fiskehamnen varje lördag klockan tio.",
    ),
    "zh": (
        "# 灯塔看守人的花园",
        "四十年来，岛上无人居住，花园任其生长。",
        "去年春天，三名志愿者开始清理老苹果树之间的小径。",
        "游客不得触摸墙壁，因为灰浆仍然有毒。",
        "渡船每周六十点从渔港出发。",
    ),
}
WARNING = 3


def write(folder: Path, versions: dict[str, tuple[str, ...]]) -> None:
    """Write the versions of an article, a blank line between the blocks."""
    folder.mkdir(parents=True)
    for locale, blocks in versions.items():
        (folder / f"{locale}.md").write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def without(locale: str, index: int) -> dict[str, tuple[str, ...]]:
    """Leave one block out of one version."""
    blocks = VERSIONS[locale]
    return VERSIONS | {locale: blocks[:index] + blocks[index + 1 :]}


def run(folder: Path, source: str | None = "en") -> Run:
    """Check a folder with no configuration but the source."""
    return aligncheck.check([str(folder)], Config(root=folder, source=source))


def shown(report: Run) -> list[tuple[str, str, int]]:
    """Give the code, locale and line of every finding."""
    return [(f.code, f.locale, f.span.start_line) for f in report.findings]


@pytest.mark.parametrize("source", ["en", None], ids=["source", "peers"])
def test_whole_versions_raise_nothing(tmp_path: Path, source: str | None) -> None:
    """Three versions that say the same have no findings, with a source or as peers."""
    write(tmp_path / "lighthouse", VERSIONS)
    assert shown(run(tmp_path, source)) == []


@pytest.mark.parametrize("source", ["en", None], ids=["source", "peers"])
@pytest.mark.parametrize("locale", ["sv", "zh"])
def test_a_lost_paragraph_is_found_where_it_belongs(
    tmp_path: Path, locale: str, source: str | None
) -> None:
    """The finding stands at the line where the paragraph belongs and quotes what is missing."""
    write(tmp_path / "lighthouse", without(locale, WARNING))
    report = run(tmp_path, source)
    assert shown(report) == [("AC102", locale, 2 * WARNING + 1)]
    (finding,) = report.findings
    assert finding.source is not None
    assert finding.source.text in {VERSIONS[other][WARNING] for other in VERSIONS}


@pytest.mark.parametrize("lost", [True, False])
def test_a_paragraph_lost_between_untranslated_ones_is_found(tmp_path: Path, *, lost: bool) -> None:
    """The text left in English on both sides of the gap is a finding, and so is the gap."""
    english, swedish = VERSIONS["en"], VERSIONS["sv"]
    between = () if lost else (swedish[2],)
    blocks = (swedish[0], english[1], *between, english[WARNING], swedish[4])
    write(tmp_path / "lighthouse", VERSIONS | {"sv": blocks})
    report = run(tmp_path)
    expected = [("AC201", "sv", 3), ("AC102" if lost else "AC201", "sv", 5 if lost else 7)]
    assert shown(report) == expected
    missing = [one.source.text for one in report.findings if one.code == "AC102" and one.source]
    assert missing == [english[2]] * lost


def test_a_second_run_computes_no_vectors(tmp_path: Path) -> None:
    """Vectors are kept, so that a second run gives the same findings from the cache alone."""
    write(tmp_path / "lighthouse", without("sv", WARNING))
    first, second = run(tmp_path), run(tmp_path)
    assert second.summary.embeddings_computed == 0
    assert second.findings == first.findings


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    """The unreadable file is one finding; the other article is still checked."""
    write(tmp_path / "first", VERSIONS)
    write(tmp_path / "second", without("zh", WARNING))
    (tmp_path / "first" / "sv.md").write_bytes(b"Fyrvaktarens tr\xe4dg\xe5rd\n")
    assert shown(run(tmp_path)) == [("AC001", "sv", 1), ("AC102", "zh", 2 * WARNING + 1)]


def test_a_missing_version_and_an_orphan_are_findings(tmp_path: Path) -> None:
    """An article without a version that the others have, and a translation without its source."""
    write(tmp_path / "whole", VERSIONS)
    write(tmp_path / "other", VERSIONS)
    write(tmp_path / "untranslated", {locale: VERSIONS[locale] for locale in ("en", "sv")})
    write(tmp_path / "orphan", {locale: VERSIONS[locale] for locale in ("sv", "zh")})
    assert shown(run(tmp_path)) == [
        ("AC003", "sv", 1),
        ("AC003", "zh", 1),
        ("AC002", "zh", 1),
    ]


def test_another_article_under_the_right_name_is_one_finding(tmp_path: Path) -> None:
    """A file that is no version of the article gives AC107 and no list of losses."""
    other = (
        "# Så bakar du rågbröd",
        "Blanda mjölet med saltet i en stor bunke och häll i det ljumma vattnet.",
        "Låt degen vila under en handduk tills den har blivit dubbelt så stor.",
        "Grädda brödet längst ner i ugnen och låt det svalna på galler.",
    )
    write(tmp_path / "lighthouse", VERSIONS | {"sv": other})
    assert [(code, locale) for code, locale, _ in shown(run(tmp_path))] == [("AC107", "sv")]


def test_nothing_to_check_is_an_error(tmp_path: Path) -> None:
    """An empty folder is never a pass."""
    with pytest.raises(UsageError):
        run(tmp_path)


def test_a_source_that_no_article_has_is_an_error(tmp_path: Path) -> None:
    """A mistyped source is not taken for a folder of orphans, which would be a pass."""
    write(tmp_path / "lighthouse", VERSIONS)
    with pytest.raises(
        UsageError, match="source locale 'se'; found: en, sv, zh; did you mean 'sv'"
    ):
        run(tmp_path, "se")


def test_the_summary_counts_what_was_looked_at(tmp_path: Path) -> None:
    """Bundles, documents and segments are those of the files."""
    write(tmp_path / "lighthouse", VERSIONS)
    summary = run(tmp_path).summary
    assert (summary.bundles, summary.documents, summary.segments) == (1, 3, 15)


def test_what_the_baseline_knows_does_not_count(tmp_path: Path) -> None:
    """A finding that the baseline holds is suppressed; without the baseline it counts."""
    write(tmp_path / "lighthouse", without("sv", WARNING))
    baseline = tmp_path / "baseline.json"
    findings = run(tmp_path).findings
    baseline.write_text(render_baseline(make_baseline(findings, Baseline({}))), encoding="utf-8")
    report = aligncheck.check(
        [str(tmp_path)], Config(root=tmp_path, source="en", baseline=baseline)
    )
    assert report.findings == ()
    assert [(one.finding.code, one.by) for one in report.suppressed] == [("AC102", "baseline")]


def test_a_comment_that_silences_nothing_is_named_with_its_article(tmp_path: Path) -> None:
    """AC901 belongs to the bundle whose file holds the comment."""
    comment = "<!-- aligncheck: ignore AC102 -- on purpose -->"
    write(tmp_path / "lighthouse", VERSIONS | {"sv": (comment, *VERSIONS["sv"])})
    (finding,) = run(tmp_path).findings
    assert (finding.code, finding.bundle, finding.locale) == ("AC901", "lighthouse", "sv")


def test_findings_on_comments_stand_among_the_others(tmp_path: Path) -> None:
    """They come in the order of article, file and place, weighed as the configuration says."""
    comment = "<!-- aligncheck: ignore AC999 -->"
    write(tmp_path / "a", VERSIONS | {"sv": (comment, *VERSIONS["sv"])})
    write(tmp_path / "b", without("sv", WARNING))
    config = Config(root=tmp_path, source="en", severity={"AC901": Severity.INFO})
    first, second = aligncheck.check([str(tmp_path)], config).findings
    assert (first.code, first.bundle, first.severity) == ("AC901", "a", Severity.INFO)
    assert (second.code, second.bundle) == ("AC102", "b")


def test_a_rule_that_is_left_out_is_not_called_suppressed(tmp_path: Path) -> None:
    """Only what a comment, a path or the baseline silences is; codes that are none are refused."""
    write(tmp_path / "lighthouse", without("sv", WARNING))
    config = Config(root=tmp_path, source="en")
    for narrower in (replace(config, select=("AC3",)), replace(config, ignore=("AC1",))):
        report = aligncheck.check([str(tmp_path)], narrower)
        assert (report.findings, report.suppressed) == ((), ())
    with pytest.raises(ConfigError, match="did you mean 'AC102'"):
        aligncheck.check([str(tmp_path)], replace(config, ignore=("DROPPED-SEGMENT",)))


def test_a_run_says_once_which_languages_it_does_not_know(tmp_path: Path) -> None:
    """Beside known versions a Finnish one is compared and named in a note; right ones need none."""
    finnish = (
        "# Majakanvartijan puutarha",
        "Neljäänkymmeneen vuoteen saarella ei asunut kukaan, ja puutarha sai kasvaa villinä.",
        "Viime keväänä kolme vapaaehtoista alkoi raivata polkuja vanhojen omenapuiden välistä.",
        "Vierailijat eivät saa koskea muureihin, sillä laasti on yhä myrkyllistä.",
        "Vene lähtee kalasatamasta joka lauantai kello kymmenen.",
    )
    write(tmp_path / "a", VERSIONS | {"fi": finnish})
    write(tmp_path / "b", VERSIONS | {"fi": finnish})
    report = run(tmp_path)
    assert [note.partition(":")[0] for note in report.notes] == [
        "Finnish (fi) is not a language that aligncheck knows"
    ]
    assert report.findings == ()
    write(tmp_path / "c" / "d", VERSIONS)
    assert run(tmp_path / "c").notes == ()


def test_texts_of_several_articles_are_embedded_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many articles there are, a chunk of them asks for vectors once a stage."""
    asked: list[int] = []

    class Counting(Memory):
        def embed(self, texts: Sequence[str]) -> VectorArray:
            asked.append(len(texts))
            return super().embed(texts)

    monkeypatch.setattr(pipeline, "Memory", Counting)
    for name in ("garden", "lighthouse", "boat"):
        write(tmp_path / name, without("sv", 2))
    assert len(pipeline.align_paths([str(tmp_path)], Config(root=tmp_path, source="en"))) == 6
    assert len(asked) == 4
    assert asked[0] == 3 * 14


def test_articles_are_let_go_unless_they_are_to_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more than two chunks of articles are in memory at a time; what is found is the same."""
    monkeypatch.setattr("aligncheck.pipeline._CHUNK", 1)
    for number in range(8):
        write(tmp_path / f"lighthouse-{number}", without("sv", WARNING))
    config, held = Config(root=tmp_path, source="en"), list[int]()

    def count_documents(step: str, _done: int, _total: int) -> None:
        if step == "align":
            gc.collect()
            held.append(sum(type(each) is Document for each in gc.get_objects()))

    before = sum(type(each) is Document for each in gc.get_objects())
    let_go = aligncheck.check([str(tmp_path)], config, progress=count_documents)
    assert len(held) == 8
    assert max(held) - before <= 2 * len(VERSIONS)
    kept = aligncheck.check([str(tmp_path)], config, keep_articles=True)
    assert let_go.articles == ()
    assert [article.bundle for article in kept.articles] == list(kept.bundles)
    assert all(len(article.bitexts) == 2 for article in kept.articles)
    assert (let_go.findings, let_go.found) == (kept.findings, kept.found)
    assert len(let_go.findings) == 8
