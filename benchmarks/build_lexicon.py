"""Derives the packaged word lists of ``aligncheck.language`` from wordfreq's frequencies.

``python benchmarks/build_lexicon.py aligncheck/language/data/words`` writes a file per language:
a line per frequency class (tenths of the Zipf scale: log10 of the occurrences per 10^9 words,
times ten), most frequent first, then the words of that class. wordfreq itself takes a quarter of
a second to import; these files load in a few hundredths.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path

from wordfreq import freq_to_zipf, get_frequency_dict

FLOORS = {"en": 2.5, "sv": 2.0}
"""The rarest words kept, on the Zipf scale: Swedish inflects and compounds more than English."""
WORD = re.compile(r"[a-zß-öø-ÿ]+(?:['’-][a-zß-öø-ÿ]+)*")


def classes(language: str, floor: float) -> dict[int, list[str]]:
    """Sort the words of a language that are written in Latin letters by their frequency class."""
    found: dict[int, list[str]] = defaultdict(list)
    for word, frequency in get_frequency_dict(language, wordlist="large").items():
        zipf = freq_to_zipf(frequency)
        if zipf >= floor and WORD.fullmatch(word):
            found[round(zipf * 10)].append(word)
    return found


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for language, floor in FLOORS.items():
        found = sorted(classes(language, floor).items(), reverse=True)
        lines = (f"{zipf} {' '.join(sorted(words))}\n" for zipf, words in found)
        (folder / f"{language}.txt").write_text("".join(lines), encoding="utf-8")
        print(f"{language}: {sum(len(words) for _, words in found)} words")


if __name__ == "__main__":
    main()
