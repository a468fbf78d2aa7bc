"""English word forms: plurals and possessives, and the forms of verbs where a term is one."""

from __future__ import annotations

from typing import Final

IRREGULAR: Final = {
    "man": "men", "woman": "women", "foot": "feet", "tooth": "teeth", "goose": "geese",
    "mouse": "mice", "louse": "lice", "child": "children", "person": "people", "ox": "oxen",
    "die": "dice", "datum": "data", "medium": "media", "bacterium": "bacteria",
    "criterion": "criteria", "phenomenon": "phenomena", "ganglion": "ganglia",
    "mitochondrion": "mitochondria", "leaf": "leaves", "life": "lives", "half": "halves",
    "knife": "knives", "wife": "wives", "wolf": "wolves", "shelf": "shelves", "calf": "calves",
    "loaf": "loaves", "self": "selves", "thief": "thieves", "corpus": "corpora",
    "genus": "genera", "viscus": "viscera", "foramen": "foramina", "lumen": "lumina",
    "schema": "schemata", "stigma": "stigmata", "vertex": "vertices", "index": "indices",
    "matrix": "matrices", "appendix": "appendices", "vortex": "vortices", "cortex": "cortices",
    "larynx": "larynges", "pharynx": "pharynges", "quiz": "quizzes",
}  # fmt: skip
"""Nouns whose plural no rule gives; compounds of them (``grandchild``) follow their last part."""

_HEADS: Final = ("woman", "man", "child", "person", "tooth", "foot", "wife", "life")
"""Nouns of these that others end in."""
_REGULAR: Final = frozenset(
    [
        "human",
        "german",
        "roman",
        "norman",
        "shaman",
        "talisman",
        "ottoman",
        "caiman",
        "brahman",
        "hetman",
        "wildlife",
    ]
)
"""Nouns that end in the same letters, and are no compounds."""

_IRREGULAR_VERBS: Final = {
    "be": "is are was were been being am", "have": "has had having", "do": "does did done doing",
    "go": "goes went gone going", "get": "got gotten getting", "make": "made making",
    "take": "took taken taking", "give": "gave given giving", "find": "found finding",
    "write": "wrote written writing", "run": "ran running", "see": "saw seen seeing",
    "send": "sent sending", "build": "built building", "choose": "chose chosen choosing",
    "draw": "drew drawn drawing", "grow": "grew grown growing", "hold": "held holding",
    "keep": "kept keeping", "lose": "lost losing", "read": "reading", "sell": "sold selling",
    "set": "setting", "show": "showed shown showing", "break": "broke broken breaking",
    "bring": "brought bringing", "buy": "bought buying", "cut": "cutting", "put": "putting",
    "fall": "fell fallen falling", "feed": "fed feeding", "freeze": "froze frozen freezing",
    "hide": "hid hidden hiding", "split": "splitting", "swim": "swam swum swimming",
    "teach": "taught teaching", "think": "thought thinking", "win": "won winning",
}  # fmt: skip
_LATIN: Final = (
    ("is", "es"), ("us", "i"), ("um", "a"), ("a", "ae"), ("ix", "ices"), ("ex", "ices"),
    ("on", "a"), ("eau", "eaux"), ("oma", "omata"),
)  # fmt: skip
_LEAST_LATIN_STEM: Final = 4
LEAST_STEM: Final = 2
"""Letters that are left of a word, and more, when an ending is taken off to look for it."""
LEAST_PLURAL: Final = 4
"""Letters that a word has more of before a final s is taken for a plural."""
VOWELS: Final = frozenset("aeiou")


def keys(word: str, part_of_speech: str) -> tuple[str, ...]:
    """Give beginnings that between them every form of a word has."""
    irregular = _irregular_plural(word)
    beginnings = [_stem(word)]
    if len(word) > LEAST_PLURAL and word.endswith("s"):
        beginnings.append(_stem(word[:-1]).removesuffix("i"))
    if irregular:
        beginnings.append(irregular)
    if part_of_speech == "verb":
        beginnings += _IRREGULAR_VERBS.get(word, "").split()
    return tuple(dict.fromkeys(beginnings))


def _stem(word: str) -> str:
    if len(word) < LEAST_PLURAL:
        return word
    for ending in ("is", "us", "um", "ix", "ex", "on", "fe"):
        if word.endswith(ending) and len(word) - len(ending) > LEAST_STEM:
            return word[: -len(ending)]
    return word[:-1] if word[-1] in "yeaf" else word


def forms(word: str, part_of_speech: str) -> frozenset[str]:
    """Give a word and its inflected forms, without the possessives that an apostrophe marks."""
    found = {word}
    if part_of_speech in {"", "noun"}:
        found |= _plurals(word) | _singulars(word)
    if part_of_speech == "verb":
        found |= _verb_forms(word)
    return frozenset(found)


def _plurals(word: str) -> set[str]:
    irregular = _irregular_plural(word)
    if irregular:
        return {irregular} if word[-1] == "n" else {irregular, word + _regular_ending(word)}
    if word.endswith(("s", "x", "z", "ch", "sh")):
        regular = {word + "es"}
    elif word.endswith("y") and word[-2:-1] not in VOWELS:
        regular = {word[:-1] + "ies"}
    elif word.endswith("o"):
        regular = {word + "s", word + "es"}
    else:
        regular = {word + "s"}
    return regular | _latin_plurals(word)


def _regular_ending(word: str) -> str:
    return "es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s"


def _singulars(word: str) -> set[str]:
    """Give what a term written in the plural may be the plural of."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) <= LEAST_PLURAL:
        return {one for one, many in IRREGULAR.items() if many == word}
    bases = {word[:-1]}
    if word.endswith("ies"):
        bases = {word[:-3] + "y", word[:-1]}
    elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        bases.add(word[:-2])
    return {base for base in bases if word in _plurals(base)}


def _latin_plurals(word: str) -> set[str]:
    return {
        word[: -len(singular)] + plural
        for singular, plural in _LATIN
        if word.endswith(singular) and len(word) - len(singular) >= _LEAST_LATIN_STEM
    }


def _irregular_plural(word: str) -> str:
    """Give the irregular plural of a word, or of the noun it ends in; or nothing."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    for head in _HEADS:
        if word.endswith(head) and word not in _REGULAR:
            return word.removesuffix(head) + IRREGULAR[head]
    return ""


def _verb_forms(word: str) -> set[str]:
    irregular = _IRREGULAR_VERBS.get(word)
    third = next(iter(_plurals(word) - {word}), word) if not irregular else word + "s"
    if irregular:
        return {third, *irregular.split()}
    if word.endswith("e"):
        return {word + "s", word + "d", word[:-1] + "ing"}
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return {third, word[:-1] + "ied", word + "ing"}
    doubled = word + word[-1]
    return {third, word + "ed", word + "ing", doubled + "ed", doubled + "ing"}
