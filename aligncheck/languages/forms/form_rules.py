"""Rules that make one form of a word from another by its ending, as language files declare them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NO_ENDING: Final = "-"
"""Written for an empty ending in a rule."""
UMLAUT_MARK: Final = "¨"
"""Written before an ending that changes the last back vowel of what it is added to (Apfel, ¨)."""
_UMLAUTS: Final = {"a": "ä", "o": "ö", "u": "ü", "au": "äu"}
_GROUP: Final = re.compile(r"\\(\d)")
_BACK_VOWEL: Final = re.compile("(au|[ao]|(?<![aäe])u)(?=[^aouäöüei]*(?:e[lrn])?$)")


class FormRule(NamedTuple):
    r"""Words that end in ``ending`` make forms: what matched is replaced by each of ``forms``.

    ``ending`` is a regular expression, searched for and anchored by its own ``$``. ``forms`` are
    parted by blanks: ``-`` stands for no ending; one may hold groups of the expression (``\1``), or
    begin with ``¨`` for an umlaut in the stem. ``kept`` are groups that stand before each.

    ``FormRule("a$", "an or orna")`` makes flickan, flickor, flickorna of flicka, and
    ``FormRule("e([lr])$", "ar arna", kept=r"\1")`` muskl-ar, muskl-arna of muskel.
    """

    ending: str
    forms: str
    kept: str = ""


class RuleSet:
    """Rules ready to be applied; all that match a word are."""

    def __init__(self, rules: Iterable[FormRule]) -> None:
        """Compile the rules."""
        self._rules = [(re.compile(rule.ending), _parse_forms(rule)) for rule in rules]

    def apply(self, word: str) -> set[str]:
        """Give the forms that the rules make of a word."""
        found: set[str] = set()
        for ending, forms in self._rules:
            match = ending.search(word)
            if match:
                stem = word[: match.start()]
                found.update([stem + plain for plain in forms.plain])
                if forms.expanded or forms.umlauted:
                    found.update(_make_special_forms(match, forms))
        return found


class _Endings(NamedTuple):
    """The forms of a rule by how they are made: added as they are, expanded, after an umlaut.

    What is expanded is cut into its letters, at even places, and the groups between them.
    """

    plain: tuple[str, ...]
    expanded: tuple[tuple[str, ...], ...]
    umlauted: tuple[str, ...]


def _parse_forms(rule: FormRule) -> _Endings:
    endings = [rule.kept + ("" if form == NO_ENDING else form) for form in rule.forms.split()]
    umlauted = tuple(form[1:] for form in endings if form.startswith(UMLAUT_MARK))
    plain = tuple(form for form in endings if "\\" not in form and form[:1] != UMLAUT_MARK)
    expanded = tuple(tuple(_GROUP.split(form)) for form in endings if "\\" in form)
    return _Endings(plain, expanded, umlauted)


def _make_special_forms(match: re.Match[str], endings: _Endings) -> Iterator[str]:
    """Give the forms that hold groups of the expression, or an umlaut."""
    stem = match.string[: match.start()]
    for pieces in endings.expanded:
        parts = [match[int(piece)] if at % 2 else piece for at, piece in enumerate(pieces)]
        yield stem + "".join(parts)
    changed = change_vowel(stem) if endings.umlauted else None
    for ending in endings.umlauted if changed else ():
        yield f"{changed}{ending}"


def change_vowel(stem: str) -> str | None:
    """Give a stem with its last back vowel as an umlaut (Haus, Häus); None where it has none."""
    found = _BACK_VOWEL.search(stem)
    return stem[: found.start()] + _UMLAUTS[found[1]] + stem[found.end() :] if found else None


def umlaut_plurals(words: str, ending: str) -> dict[str, str]:
    """Map nouns to their plural with an umlaut where the stem has a back vowel: haus, häuser."""
    return {word: (change_vowel(word) or word) + ending for word in words.split()}
