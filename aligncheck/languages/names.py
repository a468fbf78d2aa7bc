"""What languages are called in English, for messages."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from aligncheck import locales
from aligncheck.languages import find_language
from aligncheck.languages.lexicon.word_frequencies import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LEAST_PART = 5
"""Letters of a word that alone stands for an autonym of several, ``bokmål`` and not ``la``: set by
hand, as shorter ones are mostly articles and prepositions."""


@lru_cache(maxsize=1)
def _read_names() -> Mapping[str, tuple[str, ...]]:
    """Map codes to the English name and the autonyms, as CLDR has them (``data/names.txt``)."""
    lines = (DATA / "names.txt").read_text(encoding="utf-8").splitlines()
    parted = (line.partition(" ") for line in lines)
    return {code: tuple(names.split("|")) for code, _, names in parted}


def note_unknown_languages(locales_of_run: Iterable[str]) -> tuple[str, ...]:
    """Say once what is not looked for in versions whose language has no file; nothing otherwise."""
    codes = dict.fromkeys(map(locales.language, locales_of_run))
    unknown = [f"{language_name(code)} ({code})" for code in codes if not find_language(code)]
    if not unknown:
        return ()
    *most, last = unknown
    subject = f"{', '.join(most)} and {last}" if most else last
    verb = "are not languages" if most else "is not a language"
    note = (
        f"{subject} {verb} that aligncheck knows: text that was dropped, added, moved or copied "
        "word for word was looked for, but not other words in a foreign language, terms in "
        "inflected forms or numbers in words"
    )
    return (note,)


def language_name(language: str) -> str:
    """Name a language in English; its code where BCP 47 has no such language."""
    return _read_names().get(language, (language,))[0]


@lru_cache(maxsize=1)
def list_autonyms() -> frozenset[str]:
    """List what languages, and their ways of being written, are called in themselves.

    In lower case; of a name of several words the longer ones.
    """
    autonyms = [name for _, *names in _read_names().values() for name in names]
    parts = (part for name in autonyms if " " in name for part in name.split())
    return frozenset(autonyms) | {part for part in parts if len(part) >= _LEAST_PART}
