"""Numbers are compared by what a language writes; where it is not known, by digits alone."""

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
]
KNOWN = [
    ("de", "Bake it for 45 minutes.", "Backen Sie es 54 Minuten.", ["54"]),
    ("de", "2 of 30 trams were late.", "Zwei von 30 Straßenbahnen waren verspätet.", []),
    ("de", "24 ferries for 300 cars.", "Vierundzwanzig Fähren für 300 Autos.", []),
    ("de", "It costs 1.5 million euros.", "Es kostet 1,5 Mio. Euro.", []),
    ("de", "It was built in the 19th century.", "Es entstand im 19. Jahrhundert.", []),
    ("da", "Take 250 mg twice.", "Tag 520 mg to gange.", ["520"]),
    ("da", "50 boats and 12 cars.", "Halvtreds både og 12 biler.", []),
    ("da", "The budget is 2,500,000 kroner.", "Budgettet er 2,5 mio. kroner.", []),
    ("nb", "The hut opened in 1987.", "Hytta åpnet i 1978.", ["1978"]),
    ("nb", "The hut has 21 beds and 3 rooms.", "Hytta har tjueen senger og 3 rom.", []),
    ("nb", "On March 4 it snowed.", "Det snødde 4. mars.", []),
    ("fr", "The train leaves at 9:30.", "Le train part à 9h45.", ["45"]),
    ("fr", "Open from 9:30 to 17:45.", "Ouvert de 9 h 30 à 17h45.", []),
    (
        "fr",
        "1,037 children and 98 adults.",
        "1 307 enfants et quatre-vingt-dix-huit adultes.",
        ["1 307"],
    ),
    ("fr", "It weighs 0.35 kg and costs $0.80.", "Il pèse 0,35 kg et coûte 0,80 $.", []),
    ("fr", "In the 19th century it had 2 doors.", "Au XIXe siècle, il avait deux portes.", []),
    ("fr", "75 of 1,200 seats.", "Septante-cinq des 1 200 places.", []),
]


@pytest.mark.parametrize(("locale", "source", "target", "found"), [*PAIRS, *KNOWN])
def test_another_number_is_found_in_any_language(
    locale: str, source: str, target: str, found: list[str]
) -> None:
    """Another number is found; what a word of scale, a numeral or a calendar explains is not."""
    pair = bitext([source], [target], ("en", locale))
    flags = number_mismatch(pair, Context(Termbase.empty(), ("en", locale)))
    assert [flag.place.text for flag in flags] == found
