"""All that is known of languages: one file each, its word list and letter counts in ``data``.

``language.py`` says what such a file declares, ``lexicon`` reads the lists, ``forms`` makes word
forms of the tables.

A language without a file is a known unknown, and ``find_language`` gives None for it: whatever
needs to know the language then stays silent.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck import locales
from aligncheck.text.scripts import scripts_by_code

if TYPE_CHECKING:
    from aligncheck.languages.language import Language
    from aligncheck.text.scripts import Script

_CODE = re.compile(r"[a-z]{2,3}")
"""What a file of this folder is called that declares a language; other modules have long names."""


@cache
def known_languages() -> tuple[str, ...]:
    """Name the languages that have a file, in alphabetical order; none of them is loaded."""
    files = Path(__file__).parent.glob("*.py")
    return tuple(sorted(file.stem for file in files if _CODE.fullmatch(file.stem)))


@cache
def find_language(locale: str) -> Language | None:
    """Give what is known of the language of a locale, loaded when it is first asked for.

    None where it has no file. Raises UsageError for what is no locale.
    """
    code = locales.language(locale)
    if code not in known_languages():
        return None
    found: Language = import_module(f"{__name__}.{code}").LANGUAGE
    return found


def scripts_of(locale: str) -> tuple[Script, ...]:
    """Give the scripts of a language, known or not, the main one first."""
    known = find_language(locale)
    return known.scripts if known else scripts_by_code(locales.language(locale))
