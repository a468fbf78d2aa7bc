"""Which segments stand in one row, where findings go, and the bar."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from aligncheck.model import Article, Bundle, Document, Severity
from aligncheck.reporters.html.article import view_article
from aligncheck.reporters.html.grouping import MovedSegments, SegmentGroup, group_segments
from aligncheck.reporters.html.overview import name_pages
from aligncheck.reporters.html.rows import Row, entries_of
from tests.reporters.html.making import bitext, document, finding, harbour

MADE = harbour()
SHOWN = view_article(MADE.articles[0], MADE.findings, (), "harbour", Counter())


def words(row: Row) -> list[str]:
    """Give the beginning of the text of each cell, or what it has in place of text."""
    return [
        "⇅"
        if cell.elsewhere
        else "".join(getattr(p, "text", "") for one in cell.passages for p in one.pieces)[:12]
        for cell in row.cells
    ]


def test_rows_follow_the_source() -> None:
    """Counterparts are level; additions stand where they stand; moved text beside the source."""
    assert [words(row) for row in SHOWN.rows] == [
        ["News of the ", "Nytt från ha", "港口新闻"],
        ["", "", "⇅"],
        ["The quay is ", "Kajen är clo", "从五月起，码头禁止汽车通"],
        ["Boats book t", "", "船只在办公室预订起重机。"],
        ["Deliveries a", "Leveranser s", "送货车辆上午10点以前可"],
        ["", "Fiskmarknade", ""],
        ["The fish mar", "Fiskmarknade", "鱼市中午开门。"],
    ]


def test_every_finding_is_referred_to_once_in_the_order_of_the_rows() -> None:
    """Numbers count from the top of the page down."""
    referred = [entry.number for row in SHOWN.rows for entry in entries_of(row)]
    assert referred == [1, 2, 3, 4, 5]
    codes = [entry.finding.code for entry in SHOWN.entries]
    assert codes == ["AC203", "AC102", "AC401", "AC104", "AC105"]


def test_right_rows_are_those_without_findings() -> None:
    """What the reader can hide has neither a finding nor the place of something moved."""
    assert [row.right for row in SHOWN.rows] == [True, False, False, False, False, False, False]


def test_a_gap_belongs_to_the_version_that_lacks() -> None:
    """The gap is a fault only in the version that the finding is about."""
    row = SHOWN.rows[3]
    assert [(cell.locale, cell.lacks, cell.worst) for cell in row.cells] == [
        ("en", False, ""),
        ("sv", True, "error"),
        ("zh", False, ""),
    ]


def test_the_bar_and_the_coverage_tell_what_became_of_the_source() -> None:
    """Coverage is the share of the source's characters that has a counterpart."""
    en, sv, zh = SHOWN.versions
    assert (en.coverage, en.strip, zh.coverage) == (None, None, 100)
    lengths = [len(s.text) for s in MADE.articles[0].documents[0].segments]
    assert sv.coverage == 100 * (sum(lengths) - lengths[2]) // sum(lengths)
    assert sv.strip
    assert {state for state, _ in sv.strip.paths} == {
        "aligned",
        "untranslated",
        "dropped",
        "added",
    }
    assert zh.strip
    assert {state for state, _ in zh.strip.paths} == {"aligned", "moved"}
    assert sv.counts == ((Severity.ERROR, 3), (Severity.WARNING, 1))


def test_versions_without_a_source_are_compared_with_the_first() -> None:
    """Peers: what the first lacks but two others share is one row."""
    texts = {
        "sv": "Ett.\n\nTvå.\n",
        "en": "One.\n\nExtra.\n\nTwo.\n",
        "zh": "一。\n\n外。\n\n二。\n",
    }
    sv, en, zh = (document(f"{x}.md", x, text) for x, text in texts.items())
    linked = (
        bitext(sv, en, [([0], [0]), ([], [1]), ([1], [2])]),
        bitext(sv, zh, [([0], [0]), ([], [1]), ([1], [2])]),
        bitext(en, zh, [([0], [0]), ([1], [1]), ([2], [2])]),
    )
    rows = group_segments((sv, en, zh), linked)
    assert all(isinstance(row, SegmentGroup) for row in rows)
    shown = [
        [segments[0].text for segments in row.segments.values()]
        for row in rows
        if isinstance(row, SegmentGroup)
    ]
    assert shown == [["Ett.", "One.", "一。"], ["Extra.", "外。"], ["Två.", "Two.", "二。"]]


def test_neighbours_that_moved_hold_one_place() -> None:
    """A moved section is one jump, not one per paragraph."""
    en = document("en.md", "en", "A.\n\nB.\n\nC.\n")
    sv = document("sv.md", "sv", "C.\n\nA.\n\nB.\n")
    linked = bitext(en, sv, [([0], [1]), ([1], [2]), ([2], [0])])
    moved = [
        type(bead)(bead.source, bead.target, 0.9, moved=bead.target[0].index > 0)
        for bead in linked.beads
    ]
    rows = group_segments((en, sv), (type(linked)(en, sv, tuple(moved)),))
    held = [row for row in rows if isinstance(row, MovedSegments)]
    assert [[s.text for s in one.segments] for one in held] == [["A.", "B."]]
    assert rows.index(held[0]) == len(rows) - 1


def test_what_concerns_a_version_as_a_whole_stands_above_it() -> None:
    """A missing file, a file in the wrong language or of another article is said at the head."""
    made = harbour()
    sv = made.articles[0].documents[1]
    whole = finding("AC004", "wrong-language", sv.place(sv.segments))
    zh = made.articles[0].documents[2]
    unrelated = finding("AC107", "versions-unrelated", zh.place(zh.segments[:1]))
    nowhere = Document("harbour/fr.md", "fr", ())
    missing = finding("AC002", "missing-version", nowhere.insertion_point(0))
    shown = view_article(made.articles[0], [whole, unrelated, missing], (), "harbour", Counter())
    heads = {v.locale: [entry.finding.code for entry in v.heads] for v in shown.versions}
    assert heads == {"en": [], "sv": ["AC004"], "zh": ["AC107"], "fr": ["AC002"]}
    assert [v.coverage for v in shown.versions] == [None] * 4


def test_a_rule_with_a_new_code_is_drawn_by_what_its_findings_mean() -> None:
    """Words in another language, a whole version and a gap look as those of any other rule."""
    made = harbour()
    renamed = [replace(one, code=f"AC77{n}", name="new") for n, one in enumerate(made.findings)]
    shown = view_article(made.articles[0], renamed, (), "harbour", Counter())
    for new, old in zip(shown.versions, SHOWN.versions, strict=True):
        assert (new.strip, new.coverage, new.counts) == (old.strip, old.coverage, old.counts)
    zh = made.articles[0].documents[2]
    unrelated = finding("AC107", "versions-unrelated", zh.place(zh.segments[:1]))
    again = view_article(
        made.articles[0], [replace(unrelated, code="AC501")], (), "harbour", Counter()
    )
    heads = {v.locale: [entry.finding.code for entry in v.heads] for v in again.versions}
    assert heads == {"en": [], "sv": [], "zh": ["AC501"]}
    assert again.versions[2].coverage is None


def test_an_unread_article_is_shown_too() -> None:
    """An article of which nothing could be read has findings and no rows."""
    bundle = Bundle("lost", "en", {"en": "lost/en.md"})
    nowhere = Document("lost/en.md", "en", ()).insertion_point(0)
    broken = finding("AC001", "unreadable-file", nowhere, bundle="lost")
    shown = view_article(Article(bundle, ()), [broken], (), "lost", Counter())
    assert (shown.rows, shown.title) == ((), "lost")
    assert [entry.finding.code for v in shown.versions for entry in v.heads] == ["AC001"]


def test_names_of_pages_are_safe_and_all_different() -> None:
    """Names stay readable, and change only where two would be one or nothing would be left."""
    names = ["articles/Kaj & Båt", "a/b", "a-b", "码头", "../../etc/passwd", "x" * 300]
    slugs = name_pages(names)
    assert slugs[0] == "articles-kaj-b-t"
    assert len(set(slugs)) == len(names)
    assert all(slug and len(slug) < 100 for slug in slugs)
    assert all(set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for slug in slugs)
    assert name_pages(["a/b"]) == ["a-b"]
    assert name_pages(names)[1] != name_pages(["a/b"])[0]
