"""How an omission inside a paragraph is worded."""

from __future__ import annotations

import pytest

from aligncheck.checks.ac106_omitted_sentence import omitted_sentence
from aligncheck.engine.context import Context
from aligncheck.model import Bead, Bitext, SentenceBead, Slice
from aligncheck.termbase import Termbase
from tests.alignment.synthetic import document


@pytest.mark.parametrize(
    ("count", "message", "suggestion"),
    [
        (1, "A sentence of the en paragraph is missing here", "Translate it and insert it here"),
        (
            2,
            "2 sentences of the en paragraph are missing here",
            "Translate them and insert them here",
        ),
    ],
)
def test_one_is_missing_and_two_are(count: int, message: str, suggestion: str) -> None:
    """Number and verb agree, in what is said and in what is to be done."""
    source, target = document("en", [(1, 2, 3)]), document("sv", [1])
    whole = source.segments[0]
    length = len(whole.text) // 3
    sentences = [Slice(whole, start, start + length) for start in (0, length, 2 * length)]
    said = [SentenceBead((each,), (), 0.0, 0.9) for each in sentences[-count:]]
    bead = Bead(source.segments, target.segments, 0.8, sentences=tuple(said))
    bitext = Bitext(source, target, (bead,), 1.0)
    (flag,) = omitted_sentence(bitext, Context(Termbase.empty(), ("en", "sv")))
    assert flag.message.startswith(message)
    assert flag.suggestion == suggestion
