"""Swedish word forms by rule: definite forms, plurals, genitives, adjectives, and compounds."""

from __future__ import annotations

import re
from typing import Final

VOWELS: Final = frozenset("aeiouyåäöéü")
LEAST_PART: Final = 3
"""Letters that a part of a compound has at least."""
LEAST_TERM: Final = 4
"""Letters that a term has at least to be looked for inside a longer word."""
LEAST_INNER: Final = 6
"""Letters that a term has at least to be looked for between two other parts."""

IRREGULAR: Final = {
    "and": "änder", "bok": "böcker", "bonde": "bönder", "broder": "bröder",
    "bror": "bröder brodern", "dotter": "döttrar", "fader": "fäder", "far": "fäder fadern",
    "fot": "fötter", "gås": "gäss", "hand": "händer", "land": "länder", "ledamot": "ledamöter",
    "lus": "löss", "man": "män", "moder": "mödrar", "mor": "mödrar modern", "mus": "möss",
    "natt": "nätter", "not": "nötter", "nöt": "nötter", "rand": "ränder", "rot": "rötter",
    "son": "söner", "spång": "spänger", "stad": "städer", "stam": "stammar", "stand": "ständer",
    "stång": "stänger", "strand": "stränder", "tand": "tänder", "tång": "tänger",
    "öga": "ögon ögonen", "öra": "öron öronen", "huvud": "huvuden", "förälder": "föräldrar",
    "kammare": "kamrar", "kaliber": "kalibrar", "läkemedel": "läkemedel", "medel": "medel",
    "verktyg": "verktyg", "mage": "magar", "papper": "papper", "virus": "virus", "led": "leder",
    "bakterie": "bakterier", "data": "data", "stimulus": "stimuli", "villkor": "villkor",
    "liten": "litet små lilla", "gammal": "gammalt gamla", "god": "gott", "egen": "eget egna",
}  # fmt: skip
"""Words with a form that no rule gives, which compounds ending in them share."""
_ENDS: Final = frozenset(word[-2:] for word in IRREGULAR)
_HEADS: Final = tuple(sorted((w for w in IRREGULAR if len(w) >= LEAST_PART), key=len, reverse=True))

_DERIVED: Final = re.compile(
    r"(?:isk|ism|ist|(?:ar|al|ial|iv)?itet|krat|krati|ell|iell|iv|al|ial|är|ör|ig|lig|het|lighet|ighet|ning|ing|ande|ende|else|"
    r"are|era|erar|erade|erad|ering|eri|dom|skap|iker|ik|inna|ulär|ation|ator|ant|ent|ans|ens|or|us|um|ium|"
    r"ament|amente|oid|os|om|itis|it|log|logi|graf|grafi)"
    r"(?:a|t|e|en|et|er|ar|or|n|na|erna|arna|orna|na)?s?"
)
"""What follows a word that is derived from another, not compounded with it."""
_PLURAL: Final = re.compile(r"(?P<stem>\w{4,}[^aeiouyåäö\W])(?:arna|erna|orna|ar|er|(?<![tsd])or)")
"""A long word with the ending of a plural; many shorter ones only look like one."""
_ONSET: Final = re.compile(
    r"(?:[bcdfghjklmnpqrstvwxz]|b[lr]|d[rvj]|f[lrjn]|g[lrnj]|k[lrnv]|[mnhl]j|p[lrjs]|s[klmnpvj]|"
    r"sk[rvj]|sp[lrj]|st[rj]?|t[rvj]|vr|s?ch|[prt]h|c[lr])?[aeiouyåäöéü]"
)


def keys(word: str, part_of_speech: str) -> tuple[str, ...]:
    """Give beginnings that between them every form of a word, and every joint, has."""
    del part_of_speech
    head = _irregular_head(word)
    changed = tuple(word.removesuffix(head) + form for form in IRREGULAR.get(head, "").split())
    singular = (_stem(base) for base in bases(word))
    return tuple(dict.fromkeys((_stem(word), *changed, *singular)))


def _stem(word: str) -> str:
    if len(word) <= LEAST_PART:
        return word
    if word.endswith(("el", "en", "er", "um", "al", "ad")) and len(word) > LEAST_TERM:
        return word[:-2]
    if word[-1] in "aed":
        return word[:-1]
    return word


def _irregular_head(word: str) -> str:
    if word in IRREGULAR:
        return word
    if word[-2:] not in _ENDS:
        return ""
    return next((h for h in _HEADS if word.endswith(h) and _may_begin(word[: -len(h)])), "")


def forms(word: str, part_of_speech: str) -> frozenset[str]:
    """Give a word and its inflected forms, genitives included.

    Rules of the Swedish Academy's grammar (SAG, part 2) by the word's ending: the declensions of
    nouns, the strong inflection of adjectives, and the weak verbs where a term is a verb.
    """
    found = {word}
    if part_of_speech in {"", "noun"}:
        found |= _noun_forms(word)
    if part_of_speech in {"", "adjective"}:
        found |= _adjective_forms(word)
    if part_of_speech == "verb" or (not part_of_speech and word.endswith("era")):
        found |= _verb_forms(word)
    head = _irregular_head(word)
    found |= {form for base in bases(word) for form in {base} | _noun_forms(base)}
    for plural in IRREGULAR.get(head, "").split():
        whole = word.removesuffix(head) + plural
        found |= {whole, whole + "na", whole + "a", whole + "en"} - {
            whole + "en" if plural[-1] in "rn" else ""
        }
    return frozenset(found | {form + "s" for form in found if form[-1] not in "sxz"})


def bases(word: str) -> frozenset[str]:
    """Give what a term written in the plural (stamceller) may be the plural of (stamcell)."""
    plural = _PLURAL.fullmatch(word)
    if plural is None:
        return frozenset()
    stem = plural["stem"]
    candidates = (stem, stem + "a", stem + "e")
    return frozenset(base for base in candidates if word in _noun_forms(base))


def _noun_forms(word: str) -> set[str]:
    stem, last = word[:-1], word[-1]
    if last == "a":
        return {word + "n", stem + "or", stem + "orna", word + "t"}
    if last == "e":
        return {
            *(word + tail for tail in ("n", "t", "r", "rna", "na", "ns")),
            *(stem + tail for tail in ("ar", "arna", "er", "erna", "en", "ena", "na")),
        }
    if word.endswith("um") and len(word) > LEAST_TERM:
        latin = word[:-2]
        tails = ("et", "er", "erna", "a", "an", "en", "ena")
        return {latin + tail for tail in tails} | {word + "et", word + "en", word + "s"}
    if last in VOWELS:
        return {word + tail for tail in _VOWEL_TAILS}
    found = {word + tail for tail in _CONSONANT_TAILS}
    if last in "lrn":
        found |= {word + "n"} if last in "lr" else set()
        found |= _contracted(word)
    if last in "mn" and word[-2] in VOWELS:
        found |= {word + last + tail for tail in _CONSONANT_TAILS}
    return found


_CONSONANT_TAILS: Final = ("en", "et", "ar", "arna", "er", "erna", "or", "orna", "en", "ena")
_VOWEL_TAILS: Final = ("n", "t", "et", "en", "r", "rna", "er", "erna", "ar", "arna", "na")


def _contracted(word: str) -> set[str]:
    """Give the forms that lose the vowel of -el, -en, -er: muskel, muskler; fönster, fönstret."""
    if word[-2:] not in {"el", "en", "er"} or len(word) <= LEAST_PART or word[-3] in VOWELS:
        return {word + "na"} if word.endswith("are") else set()
    short = word[:-2] + word[-1]
    tails = ("ar", "arna", "er", "erna", "et", "en", "ena", "a")
    joined = {short + tail for tail in tails}
    if word[-3] == word[-4:-3]:  # a doubled consonant is written once before another
        joined |= {word[:-3] + word[-1] + tail for tail in tails}
    return joined | {word + "na"}


def _adjective_forms(word: str) -> set[str]:
    last = word[-1]
    if last in VOWELS:
        return {word + "tt", word + "a"} if last in "åyö" else set()
    neuter = word + "t"
    if word.endswith("ad"):
        return {word[:-1] + "t", word + "e"}
    if word.endswith("en"):
        return {word[:-1] + "t", word[:-2] + "na"}
    if last == "d":
        neuter = word[:-1] + ("tt" if word[-2] in VOWELS else "t")
    found = {word + "a", word + "e", neuter}
    if word.endswith(("el", "er", "al")) and len(word) > LEAST_TERM:
        found.add(word[:-2] + last + "a")
    return found


def _verb_forms(word: str) -> set[str]:
    if not word.endswith("a"):
        return {word + "r", word + "dde", word + "tt", word + "s", word + "ddes"}
    stem = word[:-1]
    weak = ("ar", "ade", "at", "as", "ades", "ats", "ande", "ad")
    second = ("er", "de", "te", "t", "des", "tes", "ts", "ande", "d")
    return {stem + tail for tail in (*weak, *second)}


def joints(word: str) -> frozenset[str]:
    """Give the shapes a word takes before another in a compound: hjärtklaff(s)-, flick-, kyrko-."""
    found = {word}
    if word[-1] not in VOWELS and not word.endswith(("s", "x", "z")):
        found.add(word + "s")
    if word[-1] in "ae" and len(word) >= LEAST_TERM:
        found |= {word[:-1] + tail for tail in ("", "o", "u", "e", "s")} | {word + "s"}
    if word.endswith("um") and len(word) > LEAST_TERM:
        found |= {word[:-2] + "i", word[:-2] + "ie"}
    return frozenset(found)


def part_of(token: str, word: str, inflected: frozenset[str]) -> tuple[int, int] | None:
    """Find a word as a part of a compound: where it starts and ends in the token, or None.

    ``inflected`` are the word's forms. The other parts must be able to be words: letters enough, a
    vowel, an onset that Swedish has, and no mere ending of derivation.
    """
    if len(word) < LEAST_TERM or len(token) < len(word) + LEAST_PART - 1:
        return None
    if token.endswith(tuple(inflected)):
        for form in sorted(inflected, key=len, reverse=True):
            if token.endswith(form) and _may_begin(token[: -len(form)]):
                return len(token) - len(form), len(token)
    if word[:LEAST_PART] not in token:
        return None
    for joint in sorted(joints(word), key=len, reverse=True):
        start = token.find(joint)
        if start >= 0 and _joins(token, start, joint, len(word)):
            return start, start + len(joint)
    return None


def letters_of(token: str, word: str, inflected: frozenset[str]) -> tuple[int, int] | None:
    """Find a word at either end of a longer one by its letters alone, or None."""
    room = len(token) - LEAST_PART
    if len(word) < LEAST_PART or room < len(word):
        return None
    if token.startswith(word):
        return 0, len(word)
    found = [form for form in inflected if token.endswith(form)] if room > 0 else []
    fitting = [form for form in found if len(form) <= room]
    return (len(token) - len(max(fitting, key=len)), len(token)) if fitting else None


def _joins(token: str, start: int, joint: str, letters: int) -> bool:
    if start and (letters < LEAST_INNER or not _may_begin(token[:start])):
        return False
    rest = token[start + len(joint) :]
    if rest[:1] == joint[-1] and _DERIVED.fullmatch(rest[1:]):  # programmera
        return False
    return _may_follow(rest)


def _may_begin(part: str) -> bool:
    return (
        len(part) >= LEAST_PART and not VOWELS.isdisjoint(part) and _ONSET.match(part) is not None
    )


def _may_follow(part: str) -> bool:
    return _may_begin(part) and _DERIVED.fullmatch(part) is None
