"""What is known of a language: the type that each file ``xx.py`` beside this one declares.

Add a language by writing every field that you know. A field that is left out is a known unknown:
each says below what then stays silent. Nothing is guessed from another language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from aligncheck.languages.function_words import NOTHING, FunctionWords, split_words

if TYPE_CHECKING:
    from aligncheck.text.scripts import Script

__all__ = [
    "Answers", "Calendar", "Capitals", "CharacterNumerals", "Compounding", "FunctionWords",
    "Inflection", "Language", "Names", "Nouns", "Numerals", "References", "Sentences",
    "VariantMixture", "WritingVariants", "split_pairs", "split_words",
]  # fmt: skip

FormsOf: TypeAlias = Callable[[str, str], frozenset[str]]
KeysOf: TypeAlias = Callable[[str, str], tuple[str, ...]]
PartIn: TypeAlias = Callable[[str, str, frozenset[str]], tuple[int, int] | None]


def split_pairs(listed: str) -> Mapping[str, str]:
    """Map each name of a list ``name: words, name: words`` to its words."""
    pairs = (pair.partition(": ") for pair in " ".join(listed.split()).split(", "))
    return {name: words for name, _, words in pairs}


class Capitals(NamedTuple):
    """The letters of the alphabet, and what a capital tells.

    ``upper`` and ``lower`` are written as inside the brackets of a regular expression (``A-ZÅÄÖ``),
    empty where the script has no case. ``nouns`` tells that every noun has a capital, so that a
    capital tells neither a name nor a label; ``title_case`` that headings and titles may capitalize
    each of their longer words.
    """

    upper: str = ""
    lower: str = ""
    nouns: bool = False
    title_case: bool = False


class Numerals(NamedTuple):
    """Number words, and how numbers are written in digits.

    Without them numbers are compared by their digits alone, and no number is taken to be missing
    from a version that may have it in words. ``ones`` are twenty entries, for 0 to 19, ``tens``
    eight, for 20 to 90: the words of each with its ordinals, parted by blanks. ``scales`` maps the
    words of powers of ten to their value. Of a compound such as 21 the ten comes first
    (``tjugoett``, ``twenty-one``), or the one where ``ones_first`` (``einundzwanzig``), with
    ``joint`` between them; 10 to 19 may follow a ten as well (``soixante-quinze``), and a ten be a
    compound itself (``quatre-vingt-dix``), but not parted by blanks (``soixante et onze``). Marks
    are all that may stand there: ``1,234.5`` has the grouping mark ``,`` and the decimal mark
    ``.``; white space and apostrophes group in every language. ``basis_points`` is the expression
    for hundredths of a percentage point after a number.
    """

    ones: tuple[str, ...]
    tens: tuple[str, ...]
    scales: Mapping[str, int]
    ones_first: bool = False
    joint: str = ""
    decimal_mark: str = "."
    grouping_marks: str = ","
    basis_points: str = ""
    characters: CharacterNumerals | None = None


class CharacterNumerals(NamedTuple):
    """Numerals of one character each, as 三十五 is 3 times 10 and 5, and 一万二千 12,000.

    ``digits`` maps those for 0 to 9, ``places`` those for ten, hundred and thousand, ``scales``
    those for the powers that a group of places is multiplied by.
    """

    digits: Mapping[str, int]
    places: Mapping[str, int]
    scales: Mapping[str, int]


class Calendar(NamedTuple):
    """How dates and times are written.

    ``months`` are twelve entries and ``weekdays`` seven, Monday first: the words of each with their
    abbreviations, in lower case, parted by blanks. The rest are regular expressions, empty where
    the language has nothing of the kind: ``century`` and ``decade`` match what follows a number
    that is one (``20`` + ``th century``, ``90`` + ``s``), ``clock`` a whole time of day that looks
    like a decimal number (``9.30``), its hour the first group; ``9:30`` and ``9h30`` need none. A
    decade named before its number (``années 90``) is left out, and told from the other version;
    centuries in Roman numerals are no numbers.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    century: str = ""
    decade: str = ""
    clock: str = ""


class Sentences(NamedTuple):
    """What the sentence splitter does not know.

    ``abbreviations`` end in a full stop and never end a sentence (``Ms.``, ``bzw.``), in the case
    in which they are written; ``conjunctions`` are those before which a clause begins.
    """

    abbreviations: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()


class References(NamedTuple):
    """Lines that stand in every version as they are: reference lists and credits.

    ``headings`` are the sections that list what was read or quoted, in lower case; ``credits`` the
    words before a colon that say what is credited (``photo``), ``by`` those that a credit without
    colon begins with (``By``); ``joining`` what stands between names there; ``between_authors`` the
    word before the last of several authors.
    """

    headings: frozenset[str] = NOTHING
    credits: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    joining: frozenset[str] = NOTHING
    between_authors: tuple[str, ...] = ()


class Nouns(NamedTuple):
    """How a noun shows itself, as regular expressions that end in ``$``.

    ``endings`` are the commonest endings of its forms, coarser than ``Inflection``: what is left
    need not be a word. ``definite`` are the endings of its definite forms, where the language has
    such; ``perhaps_definite`` others that are shared with other words too. Empty: nouns are told
    by what stands about them only.
    """

    endings: str = ""
    definite: str = ""
    perhaps_definite: str = ""


class Names(NamedTuple):
    """Names and acronyms, and what a careless translator makes of them.

    ``acronyms`` maps those that are words of this language in capitals to the words, in lower case,
    that a text means when it has not the acronym (``US`` to ``us we our``). ``mistaken`` maps
    acronyms and names of other languages to the words of this one that they may be mistaken for
    (``WHO`` to Swedish ``vem vilka``). ``naming_verbs`` follow a name at the beginning of a
    sentence, and hardly a verb or a bare noun.
    """

    acronyms: Mapping[str, str] = {}
    mistaken: Mapping[str, str] = {}
    naming_verbs: tuple[str, ...] = ()


class Answers(NamedTuple):
    """The words for yes and no, in lower case, as the columns of a spreadsheet have them."""

    yes: frozenset[str] = NOTHING
    no: frozenset[str] = NOTHING


class Inflection(NamedTuple):
    """The forms of words by rule; without it only identical words are taken for the same.

    Then a term is found as the glossary writes it, and none is said to lack, as it may stand there
    in another form. The functions are mostly those of a ``TableInflection`` (``forms/``), which
    works on tables of endings.

    ``forms(word, part_of_speech)`` gives a word in lower case and its inflected forms; the part of
    speech is ``noun``, ``verb``, ``adjective`` or empty where it is not known. ``keys(word,
    part_of_speech)`` gives beginnings such that every form begins with one of them.
    """

    keys: KeysOf
    forms: FormsOf


class Compounding(NamedTuple):
    """Words inside longer ones; without it they are looked for between blanks only.

    Both take a token, a word and its forms, and give where the word starts and ends in the token,
    or None: ``part_of`` where all parts may be words, ``letters_of`` at either end by its letters
    alone, which is enough to spare a text and not to accuse it.
    """

    part_of: PartIn
    letters_of: PartIn


class VariantMixture(NamedTuple):
    """``text[start:end]`` reaches from the first to the last character of the wrong variant.

    ``characters`` counts those; ``name`` tells that it may be no more than a person's name.
    """

    start: int
    end: int
    characters: int
    name: bool


class WritingVariants(NamedTuple):
    """Two ways of writing one language, named by the scripts of its locales (``Hans``, ``Hant``).

    ``names`` maps these to what messages call them. ``find_main_variant(texts)`` tells which
    most of the characters are of, None where none tells. ``find_mixtures(text, wanted)`` finds
    what is in the other, ``rewrite(text, wanted)`` rewrites it. ``find_ascii_marks(text)`` gives
    the ranges of punctuation that ought to be one of ``full_width``.
    """

    names: Mapping[str, str]
    find_main_variant: Callable[[Iterable[str]], str | None]
    find_mixtures: Callable[[str, str], Iterable[VariantMixture]]
    rewrite: Callable[[str, str], str]
    find_ascii_marks: Callable[[str], Sequence[tuple[int, int]]]
    full_width: Mapping[str, str]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Language:
    """All that is known of one language, but for its word list and letter counts in ``data``.

    ``code`` is the file's name, of ISO 639-1; ``scripts`` what it is written in, the main first.
    """

    code: str
    scripts: tuple[Script, ...]
    words: FunctionWords
    numerals: Numerals
    calendar: Calendar
    capitals: Capitals = field(default_factory=Capitals)
    sentences: Sentences = field(default_factory=Sentences)
    references: References = field(default_factory=References)
    names: Names = field(default_factory=Names)
    nouns: Nouns = field(default_factory=Nouns)
    answers: Answers = field(default_factory=Answers)
    units: Mapping[str, str]
    """A symbol (``km``, ``%``) and the words for it, in lower case, parted by blanks.

    No rule reads them yet: numbers are compared without their units. Units of one word only.
    """
    negators: frozenset[str]
    """Words that turn a statement into its opposite: ``not``, ``never``, ``without``.

    Of a negation in two words (``ne … pas``) both. No rule reads them yet.
    """
    one_letter_words: frozenset[str] = NOTHING
    """Single letters that are words, in both cases; others are variables and marks."""
    loans: tuple[str, ...] = ()
    """Borrowed words and phrases that frequencies alone take for foreign, as they are written."""
    inflection: Inflection | None = None
    compounding: Compounding | None = None
    writing: WritingVariants | None = None
    """How its two ways of being written are told apart, where it has two."""
