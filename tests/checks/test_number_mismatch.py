"""Numbers are compared with versions in languages that aligncheck does not know by digits alone."""

from __future__ import annotations

import pytest

from aligncheck.checks.ac401_number_mismatch import number_mismatch
from aligncheck.engine.context import Context
from aligncheck.termbase import Termbase
from tests.termbase.bitexts import bitext

PAIRS = [
    ("fi", "Bake it for 45 minutes.", "Paista 54 minuuttia.", ["54"]),
    ("ru", "The dose is 25 mg twice.", "Доза 52 мг дважды.", ["52"]),
    ("ko", "The pier is 340 m long.", "부두의 길이는 430 m입니다.", ["430"]),
    ("ar", "Version 14 was released.", "صدر الإصدار 41.", ["41"]),
    ("pl", "It opened in 1987.", "Otwarto je w 1978.", ["1978"]),
    ("fi", "Bake it for 45 minutes.", "Paista 45 minuuttia.", []),
    ("fi", "12 million people.", "12 miljoonaa ihmistä.", []),
    ("fi", "There are 2 ferries for 120 cars.", "Kaksi lauttaa vie 120 autoa.", []),
    ("ja", "2.5 billion yen.", "25億円です。", []),
    ("ko", "The city has 120,000 inhabitants.", "이 도시의 인구는 12만 명입니다.", []),
    ("th", "It opened in 2019.", "เปิดในปี 2562", []),
    ("hi", "1.2 million voters.", "12 लाख मतदाता।", []),
    ("de", "Two of 30 trams were late.", "Zwei von 30 Trams waren verspätet.", []),
]


@pytest.mark.parametrize(("locale", "source", "target", "found"), PAIRS)
def test_digits_of_unknown_languages(
    locale: str, source: str, target: str, found: list[str]
) -> None:
    """Another number is found; what a word of scale, a numeral or a calendar explains is not."""
    pair = bitext([source], [target], ("en", locale))
    flags = number_mismatch(pair, Context(Termbase.empty(), ("en", locale)))
    assert [flag.place.text for flag in flags] == found
