"""Entries of reference lists, language switchers: lines that stand in every version as they are."""

from __future__ import annotations

import re

_AUTHOR = r"[^\W\d_][\w'’-]+,? (?:[A-ZÅÄÖ]\.?[ -]?){1,3}"
_AUTHORS = re.compile(rf"^(?:\[?\d{{1,3}}[.\])]?\s*)?(?:{_AUTHOR}(?:[,;&]| and| och|\.|\s|\())")
_CITED = re.compile(
    r"\b(?:19|20)\d\d[a-z]?\b\s*(?:\w{3,4}\s*)?[;,:]\s*\d|\bet al\b|\b[Dd][Oo][Ii]\b"
    r"|\(\d{4}[a-z]?\)|\bpp?\.\s?\d|\bPMID\b|\bvol\.?\s?\d"
)
AUTONYMS = frozenset(
    [
        "english",
        "svenska",
        "norsk",
        "bokmål",
        "nynorsk",
        "dansk",
        "suomi",
        "íslenska",
        "deutsch",
        "nederlands",
        "français",
        "español",
        "português",
        "italiano",
        "polski",
        "čeština",
        "русский",
        "українська",
        "ελληνικά",
        "türkçe",
        "中文",
        "简体中文",
        "繁體中文",
        "繁体中文",
        "日本語",
        "한국어",
        "العربية",
        "עברית",
    ]
)
"""What languages are called in themselves."""
HEADINGS = frozenset(
    {
        *("references", "bibliography", "sources", "further reading", "works cited", "literature"),
        *("footnotes", "referenser", "källor", "källförteckning", "litteratur", "litteraturlista"),
        *("referenslista", "vidare läsning", "fotnoter", "参考文献", "参考资料", "资料来源"),
        *("来源", "延伸阅读", "参考书目", "參考文獻", "參考資料", "資料來源", "延伸閱讀"),
    }
)
"""What sections are called that list what was read or quoted."""
_CREDIT = re.compile(
    r"^\W*(?:foto|fotograf|bild|illustration|grafik|text|källa|av|photo|photograph|image|credit|by"
    r"|source|picture|graphic|words|图片|摄影|图源|图|来源|作者|文|插图|供图)"
    r"(?:[^\W\d_]| ){0,12}\s*[:：©/]\s*(?P<whom>.+)$"
    r"|^(?:Av|By|©)\s+(?P<name>.+)$",
    re.IGNORECASE,
)
"""A credit: what is credited, then to whom."""
_CREDIT_WORDS = 10
_PLAIN = re.compile(r"(?<![\w'’])[a-zà-ÿ]{2,}")
_JOINING = frozenset("and och via of from från för with med the by av".split())  # noqa: SIM905
_NAME = re.compile(r"[^\W\d_]+")


def is_reference(text: str) -> bool:
    """Tell whether a text is an entry of a reference list: authors with initials, then a source."""
    return _AUTHORS.match(text) is not None and _CITED.search(text) is not None


def is_language_switcher(text: str) -> bool:
    """Tell whether a text only names languages in themselves: ``English | Svenska | 中文``."""
    names = _NAME.findall(text.lower())
    return bool(names) and all(name in AUTONYMS for name in names)


def is_credit(text: str) -> bool:
    """Tell whether a text only says whose a picture or an article is: ``Foto: X/Getty Images``."""
    match = _CREDIT.match(text)
    if not match:
        return False
    whom = match["whom"] or match["name"]
    plain = [word for word in _PLAIN.findall(whom) if word not in _JOINING]
    return not plain and len(whom.split()) <= _CREDIT_WORDS


def is_reference_heading(text: str) -> bool:
    """Tell whether a heading announces a list of references."""
    return text.strip(" :：0123456789.").casefold() in HEADINGS
