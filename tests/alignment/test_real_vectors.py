"""A news article in three languages, with the vectors of the model that comes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aligncheck.model import Document, Kind, Segment, Span
from tests.alignment.stages import align_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aligncheck.embedding import CachedEmbedder
    from aligncheck.model import Bitext

ARTICLE = {
    "en": [
        "# Old bridge reopens after four years",
        (
            "On Saturday morning the first cyclists crossed the old bridge over the river again, "
            "four years after it was closed because of cracks in its iron arches."
        ),
        "The repair cost 38 million kronor, nearly twice as much as the council had expected.",
        "Engineers found that rust had eaten away a third of the metal in two of the seven arches.",
        "## What residents say",
        (
            "Marit Lund, who runs a bakery next to the bridge, lost half of her customers while it "
            "was closed. She hopes that they will come back now."
        ),
        "Not everybody is happy. Some neighbours fear that the heavy lorries will return at night.",
        "## What happens next",
        "Until the spring, cars may only cross the bridge in one direction at a time.",
        "The council will decide in May whether a toll should pay for the upkeep.",
        "A museum about the history of the river crossing opens in the old toll house next year.",
    ],
    "sv": [
        "# Gamla bron öppnar igen efter fyra år",
        (
            "På lördagsmorgonen cyklade de första åter över den gamla bron över Norra älven, fyra "
            "år efter att den stängdes på grund av sprickor i järnvalven."
        ),
        "Reparationen kostade 38 miljoner kronor, nästan dubbelt så mycket som kommunen trott.",
        (
            "Ingenjörerna upptäckte att rost hade ätit upp en tredjedel av metallen i två av de "
            "sju valven."
        ),
        "## Vad de boende säger",
        (
            "Marit Lund, som driver ett bageri intill bron, förlorade hälften av sina kunder medan "
            "den var stängd. Hon hoppas att de kommer tillbaka nu."
        ),
        (
            "Alla är inte nöjda. Några grannar är rädda för att de tunga lastbilarna kommer "
            "tillbaka om nätterna."
        ),
        "## Vad som händer nu",
        "Fram till våren får bilar bara köra över bron i en riktning i taget.",
        "Kommunen beslutar i maj om en avgift ska betala underhållet.",
        "Ett museum om älvövergångens historia öppnar i det gamla tullhuset nästa år.",
    ],
    "zh": [
        "# 老桥关闭四年后重新开放",
        "星期六早晨，第一批骑自行车的人再次驶过诺拉河上的老桥。四年前，这座桥因铁拱出现裂缝而关闭。",
        "维修费用为3800万克朗，几乎是市政府预计的两倍。",
        "工程师发现，七个桥拱中有两个的金属已被铁锈侵蚀了三分之一。",
        "## 居民怎么说",
        "玛丽特·伦德在桥边经营一家面包店，大桥关闭期间她失去了一半的顾客。她希望他们现在能回来。",
        "并非人人都高兴。一些邻居担心重型卡车会在夜间重新出现。",
        "## 接下来会怎样",
        "在春天到来之前，汽车每次只能单向通过这座桥。",
        "市政府将在五月决定是否收取过桥费来支付维护费用。",
        "明年，一座介绍渡河历史的博物馆将在旧收费站开放。",
    ],
}
SURE = 0.5


def version(lang: str, lines: Sequence[str]) -> Document:
    """Make a document of lines; those that begin with # are headings."""
    segments = []
    for index, line in enumerate(lines):
        level = len(line) - len(line.lstrip("#"))
        kind = Kind.HEADING if level else Kind.PARAGRAPH
        span = Span(index + 1, 1, index + 1, len(line) + 1)
        segments.append(Segment(index, kind, level, line.lstrip("# "), line, span))
    return Document(f"{lang}.md", lang, tuple(segments))


def against_english(lang: str, lines: Sequence[str], embedder: CachedEmbedder) -> Bitext:
    """Align a version with the English one, sentences included."""
    documents = [version("en", ARTICLE["en"]), version(lang, lines)]
    (bitext,) = align_whole(documents, "en", embedder.embed, embedder.name)
    return bitext


def told(bitext: Bitext) -> dict[str, list[int]]:
    """Sum up what would be reported, by index."""
    sure = [bead for bead in bitext.beads if bead.confidence >= SURE]
    return {
        "dropped": [b.source[0].index for b in sure if not b.target],
        "added": [b.target[0].index for b in sure if not b.source],
        "moved": [b.target[0].index for b in bitext.beads if b.moved],
        "omitted": [
            b.source[0].index
            for b in bitext.beads
            for s in b.sentences
            if not s.target and s.confidence >= SURE
        ],
    }


NOTHING: dict[str, list[int]] = {"dropped": [], "added": [], "moved": [], "omitted": []}


@pytest.mark.parametrize("lang", ["sv", "zh"])
class TestNews:
    """The article as it is, and with one thing done to it."""

    def test_is_whole(self, lang: str, embedder: CachedEmbedder) -> None:
        """A whole translation raises no alarm, and the two are surely versions of one article."""
        bitext = against_english(lang, ARTICLE[lang], embedder)
        assert told(bitext) == NOTHING
        assert bitext.confidence > 0.9

    def test_lost_paragraph(self, lang: str, embedder: CachedEmbedder) -> None:
        """A lost paragraph is told."""
        lines = [*ARTICLE[lang][:3], *ARTICLE[lang][4:]]
        assert told(against_english(lang, lines, embedder)) == {**NOTHING, "dropped": [3]}

    def test_lost_section(self, lang: str, embedder: CachedEmbedder) -> None:
        """A lost section is told in one piece."""
        lines = [*ARTICLE[lang][:4], *ARTICLE[lang][7:]]
        assert told(against_english(lang, lines, embedder)) == {**NOTHING, "dropped": [4, 5, 6]}

    def test_moved_paragraph(self, lang: str, embedder: CachedEmbedder) -> None:
        """A paragraph that stands elsewhere is neither lost nor added."""
        lines = [*ARTICLE[lang][:2], *ARTICLE[lang][3:], ARTICLE[lang][2]]
        assert told(against_english(lang, lines, embedder)) == {**NOTHING, "moved": [10]}

    def test_merged_paragraphs(self, lang: str, embedder: CachedEmbedder) -> None:
        """Two paragraphs made into one are no fault."""
        merged = " ".join(ARTICLE[lang][2:4])
        lines = [*ARTICLE[lang][:2], merged, *ARTICLE[lang][4:]]
        assert told(against_english(lang, lines, embedder)) == NOTHING

    def test_cut_sentence(self, lang: str, embedder: CachedEmbedder) -> None:
        """A paragraph that lost its last sentence is told as an omission inside it."""
        lines = list(ARTICLE[lang])
        lines[5] = lines[5].split("." if lang == "sv" else "。")[0] + "."
        assert told(against_english(lang, lines, embedder)) == {**NOTHING, "omitted": [5]}

    def test_cut_first_sentence(self, lang: str, embedder: CachedEmbedder) -> None:
        """What is left of a paragraph is a part of it, not another one."""
        lines = list(ARTICLE[lang])
        lines[5] = lines[5].split("." if lang == "sv" else "。")[1].strip() + "."
        assert told(against_english(lang, lines, embedder)) == {**NOTHING, "omitted": [5]}
