"""Makes the list of what languages are called, in English and in themselves.

``python -m training.language_names`` writes ``aligncheck/languages/data/names.txt`` from Unicode's
CLDR, which Babel (``pip install babel``) brings along: a line per language, ``sv Swedish|svenska``;
the scripts that a language is written in add their own names of it. Babel itself
is 36 MB and takes a quarter of a second to load; the list is 15 kB.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Final

from babel import Locale
from babel.localedata import locale_identifiers

NAMES_FILE: Final = Path(__file__).parents[1] / "aligncheck" / "languages" / "data" / "names.txt"


def list_autonyms() -> dict[str, dict[str, None]]:
    """Map each language to what it is called in itself, in lower case, in whichever script.

    ``sr`` is српски and srpski; 繁體中文 is 繁体中文 to those who write Simplified. Regions add
    nothing: ``Schweizer Hochdeutsch`` names no language of its own.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for identifier in sorted(locale_identifiers()):
        language, _, script = identifier.partition("_")
        if script and not re.fullmatch("[A-Z][a-z]{3}", script):
            continue
        for names in (Locale.parse(identifier).languages, Locale(language).languages):
            name = names.get(identifier) or (names.get(language) if script else None)
            if name:
                found[language][name.lower().partition(" (")[0]] = None
    return found


def format_names() -> str:
    """Give the lines of the file, sorted by code."""
    autonyms = list_autonyms()
    listed = {code: name for code, name in Locale("en").languages.items() if "_" not in code}
    lines = {code: [name, *autonyms.get(code, ())] for code, name in sorted(listed.items())}
    return "".join(f"{code} {'|'.join(names)}\n" for code, names in lines.items())


if __name__ == "__main__":
    NAMES_FILE.write_text(format_names(), encoding="utf-8")
