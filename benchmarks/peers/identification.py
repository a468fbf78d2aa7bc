"""How well identifiers tell languages by a few letters, a sentence and a whole document.

``python -m benchmarks.peers.identification TEXTS`` reads the Markdown files in a folder per
language (``TEXTS/da/…``, ``TEXTS/nb/…``), cuts their paragraphs to 40 and 100 characters and joins
those of a file to one of 3,000, and prints the share that is identified rightly: among all
languages that the tool knows, and held to the languages of the folders. It needs py3langid, which
the project does without (``pip install py3langid``).
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from py3langid.langid import LanguageIdentifier

from aligncheck.errors import AligncheckError
from aligncheck.formats import read_document
from aligncheck.languages.identification import identifiable_languages, identify_language
from aligncheck.languages.lexicon.trigrams import letter_evidence
from aligncheck.languages.lexicon.word_frequencies import (
    frequency_class,
    listed_languages,
    unlisted_class,
)
from aligncheck.text.tokens import Shape, tokenize_text
from aligncheck.untranslated.word_evidence import NATS_PER_CLASS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

SHORT: Final = 40
LENGTHS: Final = (SHORT, 100, 3000)
"""Characters of a short segment, of a long one, and of the sample of a document."""
WHOLE: Final = 1000
"""Characters from which on a text is made of a whole file."""
MOST: Final = 150
"""Texts of a length and language: langdetect takes milliseconds each."""
PROSE: Final = frozenset({"paragraph", "list-item"})


def read_paragraphs(folder: Path) -> list[list[str]]:
    """Read the running text of a language's files, a list for each file."""
    files = []
    for path in sorted(folder.glob("*.md")):
        try:
            segments = read_document(str(path), folder.name).segments
        except AligncheckError:
            continue
        files.append([one.text for one in segments if one.kind in PROSE and len(one.text) > SHORT])
    return files


def cut_texts(files: Sequence[Sequence[str]], length: int) -> Iterator[str]:
    """Give texts of at most so many characters, cut between words."""
    joined = ["\n".join(file) for file in files]
    units = joined if length > WHOLE else [text for file in files for text in file]
    for unit in units:
        if len(unit) >= min(length, WHOLE):
            yield unit[:length].rsplit(" ", 1)[0]


def read_folder(folder: Path) -> dict[str, list[list[str]]]:
    """Read all languages; what stands in two of them word for word was left untranslated."""
    read = {one.name: read_paragraphs(one) for one in sorted(folder.iterdir()) if one.is_dir()}
    owners: dict[str, set[str]] = defaultdict(set)
    for language, files in read.items():
        for text in (text for file in files for text in file):
            owners[text].add(language)
    return {
        language: [[text for text in file if len(owners[text]) == 1] for file in files]
        for language, files in read.items()
    }


def identify_by_words(text: str, languages: Sequence[str]) -> str:
    """Identify a text by our own word lists, and by letters the words that none of them has."""
    score = dict.fromkeys(languages, 0.0)
    for token in tokenize_text(text, ()):
        if token.shape not in {Shape.LOWER, Shape.CAPITAL}:
            continue
        word = token.text.lower()
        classes = {one: frequency_class(word, one) for one in languages}
        for one in languages:
            if any(classes.values()):
                score[one] += NATS_PER_CLASS * (classes[one] or unlisted_class(one))
            else:
                score[one] += letter_evidence(word, one, languages[0])
    return max(score, key=lambda one: score[one])


def make_identifiers(languages: Sequence[str]) -> Mapping[str, Callable[[str], str]]:
    """Give the identifiers that are compared."""
    free, held = (LanguageIdentifier.from_model_file("data/model.npz.xz") for _ in range(2))
    labels = {"nb": ("no", "nn")}
    held.set_languages([each for one in languages for each in labels.get(one, (one,))])

    def fold(found: str) -> str:
        return "nb" if found in labels["nb"] else found

    listed = sorted(listed_languages() & set(languages))
    every = identifiable_languages()
    return {
        "langdetect, all": lambda text: identify_language(text, every)[0],
        "langdetect, held": lambda text: identify_language(text, tuple(languages))[0],
        "py3langid, all": lambda text: fold(free.classify(text)[0]),
        "py3langid, held": lambda text: fold(held.classify(text)[0]),
        "word lists, held": lambda text: identify_by_words(text, listed),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    read = read_folder(parser.parse_args().texts)
    languages = sorted(read)
    tools = make_identifiers(languages)
    print(
        f"{'identifier':18} length  {'  '.join(f'{one:>5}' for one in languages)}   mean  ms/text"
    )
    for length in LENGTHS:
        texts = {one: list(cut_texts(read[one], length))[:MOST] for one in languages}
        for name, identify in tools.items():
            print_row(name, length, texts, identify)


def print_row(
    name: str, length: int, texts: Mapping[str, Sequence[str]], identify: Callable[[str], str]
) -> None:
    """Print how an identifier does at a length."""
    started = time.perf_counter()
    right = {
        language: sum(identify(text) == language for text in listed) / max(len(listed), 1)
        for language, listed in texts.items()
    }
    spent = (time.perf_counter() - started) * 1000 / sum(map(len, texts.values()))
    shares = "  ".join(f"{share:5.3f}" for share in right.values())
    print(f"{name:18} {length:6}  {shares}  {sum(right.values()) / len(right):5.3f}  {spent:7.2f}")


if __name__ == "__main__":
    main()
