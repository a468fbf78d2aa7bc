"""BCP 47 locales as file names, folders and configurations write them.

A documented subset, read without tables of the whole registry (which take longer to load than a
cached run takes): languages of ISO 639-1 and the three-letter codes that software is localized
into, the scripts those are written in, and the regions of ISO 3166-1. Letter case and separators
are those of RFC 5646, section 2.1.1. Extensions and private-use tags are not recognized.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from aligncheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LANGUAGES: Final = _split(
    """
    aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy
    hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg
    li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or
    os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ast ceb
    chr ckb crh csb dsb fil gsw haw hsb kab kok lij mai mni nds pap sah scn sma smj szl tzm vec
    yue zgh
    """
)
_OTHER_CODES: Final = {
    "iw": "he",
    "ji": "yi",
    "cmn": "zh",
    "swe": "sv",
    "eng": "en",
    "zho": "zh",
}
_WRITTEN_AS: Final = {"no": "nb"}
"""Macrolanguages and the language that text with their code is in, as far as anybody can tell."""
_NOT_LATIN: Final = {
    "ab": "Cyrl", "av": "Cyrl", "ce": "Cyrl", "cr": "Cans", "crh": "Cyrl", "cu": "Cyrl",
    "iu": "Cans", "ks": "Arab", "kv": "Cyrl",
    "am": "Ethi", "ar": "Arab", "as": "Beng", "ba": "Cyrl", "be": "Cyrl", "bg": "Cyrl",
    "bn": "Beng", "bo": "Tibt", "chr": "Cher", "ckb": "Arab", "cv": "Cyrl", "dv": "Thaa",
    "dz": "Tibt", "el": "Grek", "fa": "Arab", "gu": "Gujr", "he": "Hebr", "hi": "Deva",
    "hy": "Armn", "ii": "Yiii", "ja": "Jpan", "ka": "Geor", "kk": "Cyrl", "km": "Khmr",
    "kn": "Knda", "ko": "Kore", "kok": "Deva", "ky": "Cyrl", "lo": "Laoo", "mai": "Deva",
    "mk": "Cyrl", "ml": "Mlym", "mn": "Cyrl", "mni": "Beng", "mr": "Deva", "my": "Mymr",
    "ne": "Deva", "or": "Orya", "os": "Cyrl", "ps": "Arab", "ru": "Cyrl", "sa": "Deva",
    "sah": "Cyrl", "sd": "Arab", "si": "Sinh", "ta": "Taml", "te": "Telu", "tg": "Cyrl",
    "th": "Thai", "ti": "Ethi", "tt": "Cyrl", "ug": "Arab", "uk": "Cyrl", "ur": "Arab",
    "yi": "Hebr", "zgh": "Tfng",
}  # fmt: skip
_OPEN_SCRIPT: Final = {
    ("zh", "CN"): "Hans", ("zh", "SG"): "Hans", ("zh", "MY"): "Hans",
    ("zh", "TW"): "Hant", ("zh", "HK"): "Hant", ("zh", "MO"): "Hant",
    ("yue", "HK"): "Hant", ("yue", "CN"): "Hans",
    ("sr", "ME"): "Latn", ("sr", "RS"): "Cyrl", ("sr", "BA"): "Cyrl",
    ("pa", "PK"): "Arab", ("pa", "IN"): "Guru", ("az", "IR"): "Arab", ("az", "AZ"): "Latn",
    ("uz", "UZ"): "Latn", ("uz", "AF"): "Arab",
    ("ku", "TR"): "Latn",
}  # fmt: skip
_SEVERAL_SCRIPTS: Final = frozenset(language for language, _ in _OPEN_SCRIPT)
_SCRIPTS: Final = _split(
    """
    Arab Armn Beng Cans Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hans Hant Hebr Jpan Khmr Knda
    Kore Laoo Latn Mlym Mong Mymr Orya Sinh Taml Telu Tfng Thaa Thai Tibt Yiii
    """
)
_REGIONS: Final = _split(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ
    EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW
    GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY
    KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV
    MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
    QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG
    TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM
    ZW 001 150 419
    """
)
_WORDS: Final = _split(
    """
    am an as be ch co cr cs cv do ee fil gd go ha he hi ho hr id ie io is it km kn kok la lb li
    ln lo ma mai mi ml ms my na ng no oc om or os pa pi pl ps qu rm sa sc se sg si so ss st ta
    te ti tk tl tn to ts tt tw ve vi vo wo
    """
)
_MODIFIERS: Final = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab"}
_FORM: Final = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|\d{3}))?"
    r"(?:@(?P<modifier>[a-z]+))?",
    re.IGNORECASE,
)


@cache
def parse_locale(name: str) -> str | None:
    """Give the locale that a name stands for, as BCP 47 writes it, or None where it is none.

    ``zh_CN`` gives ``zh-CN``, ``SV`` ``sv``, ``sr@latin`` ``sr-Latn``; ``src``, ``docs`` and
    ``readme`` give None.
    """
    form = _FORM.fullmatch(name)
    if form is None:
        return None
    language = form["language"].lower()
    language = _OTHER_CODES.get(language, language)
    script = (form["script"] or _MODIFIERS.get((form["modifier"] or "").lower(), "")).title()
    region = (form["region"] or "").upper()
    if language not in _LANGUAGES or (script and script not in _SCRIPTS):
        return None
    if (region and region not in _REGIONS) or (form["modifier"] and not script):
        return None
    return "-".join(part for part in (language, script, region) if part)


def normalize(tag: str) -> str:
    """Write a locale as BCP 47 does; UsageError where it is none that is known."""
    locale = parse_locale(tag)
    if locale is None:
        raise UsageError(f"{tag!r} is no locale that aligncheck knows; write sv, en-GB or zh-Hans")
    return locale


def language(locale: str) -> str:
    """Give the language of a locale: ``zh`` for ``zh-Hant-TW``, ``nb`` for ``no``."""
    written = normalize(locale).partition("-")[0]
    return _WRITTEN_AS.get(written, written)


def script(locale: str) -> str | None:
    """Give the script of a locale, as written or as its language and region imply it.

    ``Hant`` for ``zh-TW``; None where the tag leaves it open, as ``zh`` and ``sr`` do.
    """
    tongue, *rest = normalize(locale).split("-")
    for part in rest:
        if part in _SCRIPTS:
            return part
        if (tongue, part) in _OPEN_SCRIPT:
            return _OPEN_SCRIPT[tongue, part]
    return None if tongue in _SEVERAL_SCRIPTS else _NOT_LATIN.get(tongue, "Latn")


@cache
def same_language(one: str, other: str) -> bool:
    """Tell whether two locales are versions for the same readers, whatever their regions.

    ``zh`` is the same as either script of Chinese; ``zh-TW`` is not the same as ``zh-Hans``.
    """
    if language(one) != language(other):
        return False
    scripts = {script(one), script(other)} - {None}
    return len(scripts) < 2  # noqa: PLR2004  # two scripts differ


def match(locale: str, candidates: Iterable[str]) -> str | None:
    """Find the candidate that names this locale: the same tag, else the same language."""
    same = [each for each in candidates if same_language(locale, each)]
    exact = [each for each in same if normalize(each) == normalize(locale)]
    return next(iter([*exact, *same]), None)


def is_word(name: str) -> bool:
    """Tell whether a name that is a locale may as well be a word or a common abbreviation.

    ``it``, ``no`` or ``to-do`` count as locales only beside others that leave no doubt.
    """
    return re.split(r"[-_@]", name.lower(), maxsplit=1)[0] in _WORDS
