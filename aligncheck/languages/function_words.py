"""The closed classes of a language: words that hold sentences together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

NOTHING: Final[frozenset[str]] = frozenset()


def split_words(*listed: str) -> frozenset[str]:
    """Give the words of some lists, parted by white space."""
    return frozenset(word for words in listed for word in words.split())


@dataclass(frozen=True, eq=False)
class FunctionWords:
    """The closed classes: words in lower case that hold sentences together.

    No name, term or command is made of them; a run of text without any is no running text. Without
    them a version is not judged by its words, and no terms are mined from it. A word may stand in
    several classes. Of words that an apostrophe parts (``l'eau``) both count as words, so that
    ``l`` is listed. Where a script does not part words (Chinese), single characters stand for
    themselves.
    """

    pronouns: frozenset[str]
    """Articles, pronouns, question words: ``the``, ``she``, ``whose``, ``here``."""
    connectives: frozenset[str]
    """Conjunctions and the adverbs that join sentences: ``and``, ``because``, ``therefore``."""
    prepositions: frozenset[str]
    """``of``, ``during``, with what is welded of preposition and article (``zum``)."""
    verbs: frozenset[str]
    """All forms of auxiliary and modal verbs: ``is``, ``had``, ``should``, ``don't``."""
    adverbs: frozenset[str]
    """Words of quantity and time that are of no subject: ``many``, ``always``, ``again``."""
    homographs: frozenset[str] = NOTHING
    """Words that are other words in another language which has a file (Swedish ``is`` is ice).

    They say nothing when they stand alone. Those of them that are no function words count too.
    """
    keywords: frozenset[str] = NOTHING
    """Words that programs are written with (``if``, ``for``); they say nothing alone either."""
    in_noun_phrases: frozenset[str] = NOTHING
    """Prepositions that terms and labels are made with (``volume for encryption``)."""
    in_names: frozenset[str] = NOTHING
    """What names of organizations and titles of works hold besides (``Bank of the South``)."""
    no_subject: frozenset[str] = NOTHING
    """Words of the open classes that no term begins or ends with: ``take``, ``good``, ``use``."""
    determiners: frozenset[str] = NOTHING
    """Words after which, at most one word between, a noun stands: ``the``, ``every``, ``your``."""
    definite_determiners: frozenset[str] = NOTHING
    """Those of them that make a noun definite: ``the``, ``these``."""
    before_terms: frozenset[str] = NOTHING
    """Characters right after which a term may begin, where words are not parted."""

    @cached_property
    def closed_class(self) -> frozenset[str]:
        """The words of the five classes, with either apostrophe (``don't``, ``don’t``)."""
        words = self.pronouns | self.connectives | self.prepositions | self.verbs | self.adverbs
        return words | {word.replace("'", "’") for word in words if "'" in word}

    @cached_property
    def names_hold(self) -> frozenset[str]:
        """Every function word that names and titles hold."""
        return self.in_noun_phrases | self.in_names

    @cached_property
    def stopwords(self) -> frozenset[str]:
        """Words that no term begins or ends with."""
        return self.closed_class | self.no_subject


NO_FUNCTION_WORDS: Final = FunctionWords(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)
"""Those of a language without a file."""
