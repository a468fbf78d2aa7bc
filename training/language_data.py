"""Makes what ships of the words of a language: its word list and its letter trigrams.

``python -m training.language_data de fr`` writes ``aligncheck/languages/data/de/`` and
``…/data/fr/``; without a language it makes those anew that are there. Of each it writes

- ``words.txt``: a line per beginning of three letters, sorted, with what follows it in each word
  and the word's frequency class (tenths of the Zipf scale: log10 of the occurrences per 10^9
  words, times ten);
- ``trigrams.txt``: three letters of a word, ``_`` marking its edge, and the natural logarithm of
  their share among all trigrams of running text, in hundredths and without its minus;
- ``source.toml``: where both come from, and the hash of each, which a test compares.

Everything is derived from wordfreq's frequencies (``pip install wordfreq``). It takes a quarter of
a second to import and brings every language along; these files load in a few thousandths.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from aligncheck.languages.lexicon.trigrams import TRIGRAM_LETTERS, WORD_EDGE
from aligncheck.languages.lexicon.word_frequencies import HEAD_LETTERS

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA: Final = Path(__file__).parents[1] / "aligncheck" / "languages" / "data"
WORD_FLOORS: Final = (2.0, 2.5, 3.0)
"""The rarest words kept, on the Zipf scale: the first at which the list is no larger than
``LARGEST_LIST``. Chosen so that languages that compound keep their rarer words."""
FLOOR_OF: Final = {"en": 2.5}
"""Where less is enough: English hardly inflects and writes its compounds apart."""
LARGEST_LIST: Final = 1_000_000
"""Bytes of a word list; chosen because a package of all languages should stay small."""
LATIN_1: Final = "a-zß-öø-ÿ"
LETTER_SHARE: Final = 1e-4
"""The share of running words from which on a letter beyond Latin-1 is one of the language's own.

French œ is in 5 words of 10,000 and Polish ź in 34; Turkish ğ is in 0.03 of German text."""
RAREST_TRIGRAM: Final = 1e-5
"""The least share of a trigram that is kept: e to the -11.5, just above what
``trigrams.UNSEEN_TRIGRAM`` says of any other."""


@dataclass(frozen=True, slots=True)
class WordFrequencies:
    """The words of a language and their shares of running text, with what they are read from."""

    language: str
    source: str
    shares: Mapping[str, float]


def read_frequencies(language: str) -> WordFrequencies:
    """Read the words that are written in the language's own letters, from its largest list."""
    from wordfreq import available_languages, get_frequency_dict  # noqa: PLC0415 - slow to import

    wordlist = "large" if language in available_languages("large") else "small"
    shares = get_frequency_dict(language, wordlist=wordlist)
    letters = LATIN_1 + "".join(sorted(find_own_letters(shares)))
    word = re.compile(rf"[{letters}]+(?:['’-][{letters}]+)*")
    kept = {one: share for one, share in shares.items() if word.fullmatch(one)}
    return WordFrequencies(language, f"wordfreq {version('wordfreq')}, {wordlist} list", kept)


def find_own_letters(shares: Mapping[str, float]) -> set[str]:
    """Find the Latin letters beyond Latin-1 that are common enough to be the language's own."""
    found: dict[str, float] = defaultdict(float)
    for word, share in shares.items():
        for letter in set(re.findall("[Ā-ɏ]", word)):
            found[letter] += share
    return {letter for letter, share in found.items() if share >= LETTER_SHARE}


def zipf_scale(share: float) -> float:
    """Turn a share of running text into the Zipf scale: one word in a million is 3."""
    return math.log(share, 10) + 9  # noqa: FURB163 - as wordfreq does it, to the last bit


def choose_floor(frequencies: WordFrequencies) -> float:
    """Give the lowest floor at which the list is small enough."""
    if frequencies.language in FLOOR_OF:
        return FLOOR_OF[frequencies.language]
    sizes = {floor: len(format_words(frequencies, floor).encode()) for floor in WORD_FLOORS}
    return next((one for one, size in sizes.items() if size <= LARGEST_LIST), WORD_FLOORS[-1])


def format_words(frequencies: WordFrequencies, floor: float) -> str:
    """Give the lines of a word list: words by the letters that they begin with."""
    tails: dict[str, list[str]] = defaultdict(list)
    for word, share in sorted(frequencies.shares.items()):
        zipf = zipf_scale(share)
        if zipf >= floor:
            tails[word[:HEAD_LETTERS]].append(f"{word[HEAD_LETTERS:]}={round(zipf * 10)}")
    return "".join(sorted(f"{head} {' '.join(listed)}\n" for head, listed in tails.items()))


def count_trigrams(frequencies: WordFrequencies) -> dict[str, float]:
    """Give the share of each trigram among those of running text.

    Each word counts as often as it occurs: with ``the`` at 5 of 100 words and ``then`` at 1, the
    trigram ``_th`` has 6 in a hundred, ``hen`` 1.
    """
    counts: dict[str, float] = defaultdict(float)
    for word, share in frequencies.shares.items():
        edged = f"{WORD_EDGE}{word}{WORD_EDGE}"
        for at in range(len(edged) - TRIGRAM_LETTERS + 1):
            counts[edged[at : at + TRIGRAM_LETTERS]] += share
    total = sum(counts.values())
    return {trigram: count / total for trigram, count in counts.items()}


def format_trigrams(frequencies: WordFrequencies) -> str:
    """Give the lines of a list of trigrams."""
    shares = sorted(count_trigrams(frequencies).items())
    kept = ((one, share) for one, share in shares if share >= RAREST_TRIGRAM)
    return "".join(f"{trigram} {round(-100 * math.log(share))}\n" for trigram, share in kept)


def describe_source(frequencies: WordFrequencies, floor: float, files: Mapping[str, str]) -> str:
    """Give the text of ``source.toml``.

    A short list may end above the floor: wordfreq's Danish words end at Zipf 3.
    """
    rarest = max(floor, zipf_scale(min(frequencies.shares.values())))
    hashes = (f'"{name}" = "{sha256(text.encode()).hexdigest()}"\n' for name, text in files.items())
    return (
        f'made-by = "python -m training.language_data {frequencies.language}"\n'
        f'source = "{frequencies.source}"\n'
        f"rarest-class = {round(rarest * 10)}  # of words.txt\n"
        f"\n[sha256]\n{''.join(hashes)}"
    )


def write_language(language: str, folder: Path) -> None:
    """Write the files of a language into a folder of its own."""
    frequencies = read_frequencies(language)
    floor = choose_floor(frequencies)
    files = {
        "words.txt": format_words(frequencies, floor),
        "trigrams.txt": format_trigrams(frequencies),
    }
    files["source.toml"] = describe_source(frequencies, floor, files)
    place = folder / language
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")
    sizes = ", ".join(f"{name} {len(text.encode()) // 1000} kB" for name, text in files.items())
    print(f"{frequencies.source}: {language} from Zipf {floor}; {sizes}")


def main() -> None:
    """Write the files of the languages named, or of all that have some."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE")
    parser.add_argument("--folder", type=Path, default=DATA)
    arguments = parser.parse_args()
    present = sorted(source.parent.name for source in DATA.glob("*/source.toml"))
    for language in arguments.languages or present:
        write_language(language, arguments.folder)


if __name__ == "__main__":
    main()
