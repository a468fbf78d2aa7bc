"""Derives the packaged word lists of ``aligncheck.untranslated`` from wordfreq's frequencies.

``python benchmarks/build_lexicon.py aligncheck/languages/data/words`` writes a file per language: a
line per beginning of three letters, sorted, with what follows it in each word and the word's
frequency class (tenths of the Zipf scale: log10 of the occurrences per 10^9 words, times ten).
wordfreq itself takes a quarter of a second to import; these files load in a few thousandths.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from wordfreq import freq_to_zipf, get_frequency_dict

from aligncheck.languages.lexicon import HEAD

if TYPE_CHECKING:
    from collections.abc import Mapping

FLOORS = {"en": 2.5, "sv": 2.0}
"""The rarest words kept, on the Zipf scale: Swedish inflects and compounds more than English."""
WORD = re.compile(r"[a-zß-öø-ÿ]+(?:['’-][a-zß-öø-ÿ]+)*")


def classes(language: str, floor: float) -> dict[str, int]:
    """Give the frequency classes of a language's words that are written in Latin letters."""
    frequencies = get_frequency_dict(language, wordlist="large").items()
    scale = {word: freq_to_zipf(frequency) for word, frequency in frequencies}
    return {
        word: round(zipf * 10)
        for word, zipf in scale.items()
        if zipf >= floor and WORD.fullmatch(word)
    }


def lines(found: Mapping[str, int]) -> list[str]:
    """Sort words into the lines of a file, by the letters that they begin with."""
    words: dict[str, list[str]] = defaultdict(list)
    for word, zipf in sorted(found.items()):
        words[word[:HEAD]].append(f"{word[HEAD:]}={zipf}")
    return sorted(f"{head} {' '.join(tails)}\n" for head, tails in words.items())


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for language, floor in FLOORS.items():
        found = classes(language, floor)
        (folder / f"{language}.txt").write_text("".join(lines(found)), encoding="utf-8")
        print(f"{language}: {len(found)} words")


if __name__ == "__main__":
    main()
