"""Which two texts are taken for versions of one article, and which are not."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from aligncheck.alignment import draft_alignment, texts_of_segments
from aligncheck.alignment.fitted_models import load_fitted_models
from aligncheck.alignment.segments.article_alignment import settle_pairs
from aligncheck.alignment.segments.decide.version_relation import (
    RELATION_FEATURES,
    compute_relation_features,
)
from tests.alignment.stages import align_segments, embed_texts
from tests.alignment.synthetic import MODEL, document, embed
from tests.alignment.test_real_vectors import ARTICLE, version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.alignment.segments.compare.segment_table import SegmentTable
    from aligncheck.alignment.segments.decide.pair_links import PairLinks
    from aligncheck.embedding import CachedEmbedder
    from aligncheck.model import Document

Ideas = list[int | tuple[int, ...] | str]

WHOLE: Ideas = ["#0", 1, 2, "#3", 4, 5, 6, "#7", 8, 9, "#10", 11, 12, 13, 14, 15, 16, 17, 18, 19]
OTHER: Ideas = ["#50", *range(51, 70)]
LEAST = 0.5

NEWS = {
    "sv": [
        "# Nytt badhus invigs i juni",
        "Det nya badhuset vid torget öppnar för allmänheten den första juni.",
        "Bygget har kostat 210 miljoner kronor och tagit tre år.",
        "Barn under tolv år badar gratis på vardagar.",
        "Det gamla badhuset rivs i höst och ger plats åt bostäder.",
    ],
    "zh": [
        "# 新游泳馆六月启用",
        "广场旁的新游泳馆将于六月一日向公众开放。",
        "工程耗资2.1亿克朗，历时三年。",
        "十二岁以下儿童平日免费游泳。",
        "旧游泳馆将于秋天拆除，原址兴建住宅。",
    ],
}
SUMMARY = {
    "sv": [
        "En bro som stängdes på grund av sprickor har nu öppnat igen efter fyra år.",
        "Näringsidkare gläds, men en del grannar oroar sig för trafiken, som blir enkelriktad.",
        "Avgift och museum kan komma senare.",
    ],
    "zh": [
        "一座因裂缝而关闭的桥在四年后重新开放。",
        "商家感到高兴，但部分邻居担心交通，车辆将单向通行。",
        "以后可能收费并设立博物馆。",
    ],
}


def confidence(source: Ideas, target: Ideas) -> float:
    """Give how sure it is that two made-up texts are versions of one article."""
    (bitext,) = align_segments([document("en", source), document("sv", target)], "en", embed, MODEL)
    return bitext.confidence


@pytest.mark.parametrize(
    "target",
    [
        pytest.param(WHOLE, id="whole"),
        pytest.param(WHOLE[:5], id="cut short"),
        pytest.param(WHOLE[14:], id="only its end is left"),
        pytest.param([*WHOLE[:4], *WHOLE[10:]], id="a third is lost"),
        pytest.param([*WHOLE[7:], *WHOLE[:7]], id="its halves changed places"),
        pytest.param([*WHOLE[:7], *OTHER[:10], *WHOLE[7:]], id="a third was added"),
        pytest.param([*WHOLE[:12], *OTHER[:8]], id="its end was written anew"),
    ],
)
def test_edited_versions_remain_versions(target: Ideas) -> None:
    """What was lost, added or moved in one piece makes no other article of it."""
    assert confidence(WHOLE, target) > LEAST
    assert confidence(target, WHOLE) > LEAST


@pytest.mark.parametrize(
    "target",
    [
        pytest.param(OTHER, id="another article"),
        pytest.param(OTHER[:3], id="a short other article"),
        pytest.param([OTHER[0], *OTHER[1:15], 9], id="one paragraph in common"),
        pytest.param(["#0", 51, 52, "#3", 54, 55, 56, "#7", 58, 59], id="the same headings"),
    ],
)
def test_other_texts_are_no_versions(target: Ideas) -> None:
    """Another article is none, even where headings or a paragraph stand in both."""
    assert confidence(WHOLE, target) < LEAST
    assert confidence(target, WHOLE) < LEAST


def link_documents(
    source: Document, target: Document
) -> tuple[PairLinks, tuple[SegmentTable, SegmentTable]]:
    """Align two documents, both passes."""
    segments = embed_texts(texts_of_segments([source, target]), embed, MODEL)
    draft = draft_alignment([source, target], "en", segments)
    pairs = settle_pairs(draft, embed_texts(draft.wanted, embed, MODEL))
    return pairs.alignments[0, 1].links, draft.pairs[0, 1].tables


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_short_texts(size: int) -> None:
    """A few segments are enough to tell versions from others."""
    assert confidence(WHOLE[:size], WHOLE[:size]) > LEAST
    assert confidence(WHOLE[:size], OTHER[:size]) < LEAST


def test_features_say_what_they_name() -> None:
    """An even choice of every other segment: sure links, all of one side, a gap after each."""
    chosen = WHOLE[::2]
    links, tables = link_documents(document("en", WHOLE), document("sv", chosen))
    features = compute_relation_features(links, tables)
    linked, shared, gaps = (float(feature[0]) for feature in features)
    assert len(features) == len(RELATION_FEATURES)
    assert linked > 4
    assert 1.3 < shared < 1.7
    assert gaps == 1.0


def test_features_do_not_depend_on_direction() -> None:
    """The features of a pair are the same seen from either side."""
    documents = [document("en", WHOLE), document("sv", [*WHOLE[:4], *WHOLE[9:], 77])]
    links, tables = link_documents(*documents)
    back = compute_relation_features(links.reversed(), tables[::-1])
    assert compute_relation_features(links, tables) == back


def test_model_has_a_weight_for_each_feature() -> None:
    """The shipped model knows the features; sure links speak for versions, gaps against."""
    weights = load_fitted_models().relation.weights
    assert set(weights) == set(RELATION_FEATURES)
    assert weights["linked"] > 0
    assert weights["shared"] > 0
    assert weights["gaps"] < 0


def sure(lang: str, lines: Sequence[str], embedder: CachedEmbedder) -> float:
    """Give how sure it is that a text is a version of the news article."""
    documents = [version("en", ARTICLE["en"]), version(lang, lines)]
    (bitext,) = align_segments(documents, "en", embedder.embed, embedder.name)
    return bitext.confidence


@pytest.mark.parametrize("lang", ["sv", "zh"])
class TestNews:
    """A news article with the vectors of the model that comes along."""

    def test_another_article(self, lang: str, embedder: CachedEmbedder) -> None:
        """Other news of the same place are no version."""
        assert sure(lang, NEWS[lang], embedder) < LEAST

    def test_summary(self, lang: str, embedder: CachedEmbedder) -> None:
        """A summary is no version."""
        assert sure(lang, SUMMARY[lang], embedder) < LEAST

    def test_untranslated(self, lang: str, embedder: CachedEmbedder) -> None:
        """What was not or only partly translated is a version nevertheless."""
        english, own = ARTICLE["en"], ARTICLE[lang]
        mixed = [(english, own)[n % 2][n] for n in range(len(own))]
        assert sure(lang, english, embedder) > 0.9
        assert sure(lang, mixed, embedder) > 0.9

    def test_thinned(self, lang: str, embedder: CachedEmbedder) -> None:
        """A version remains one when any third of its paragraphs is missing."""
        lines, rng = ARTICLE[lang], random.Random(5)  # noqa: S311 - a fixed seed is the point
        for _ in range(5):
            kept = sorted(rng.sample(range(len(lines)), len(lines) * 2 // 3))
            assert sure(lang, [lines[n] for n in kept], embedder) > LEAST
