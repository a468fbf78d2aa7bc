"""What is exempt outright: quotations, glosses, names and commands inside translated text.

These are conventions of writing, not a matter of likelihood, and the weights are not fitted on
them: manuals with gold labels have too few. The numbers are set by hand. How far they are borne
out is said beside each, by what the two tables of ``tests/untranslated`` give when one number is
changed alone: ``spared.txt`` must give nothing, each text of ``found.txt`` exactly its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.untranslated.contrast import Contrast

if TYPE_CHECKING:
    from aligncheck.untranslated.features import SpanSetting
    from aligncheck.untranslated.word_counts import WordCounts

MOST_QUOTED_WORDS = 12
"""Words of the longest quotation or title that is taken for one: set by hand, as a longer one
should have been translated. From 4 words on (to 40) the tables give the same, with 3 seven titles
and quotations are called text."""
MOST_GLOSS_WORDS = 6
"""Words of the longest gloss of a term in brackets: set by hand. From 4 on (to 12) the tables give
the same, with 3 the words of an acronym are called text."""
MOST_COMMAND_WORDS = 3
"""Words, none of a closed class, under which a run is a command, a term or an interface label:
set by hand. With 2 the tables give the same, with 4 two texts of ``found.txt`` are missed."""

TERM_WORDS = range(3, 7)
"""Words of a term or an interface label with one preposition, "volume for encryption": set by
hand. Two words are a phrase that was left (a text of ``found.txt`` is missed); of the longest the
tables say nothing."""
HEADING_FUNCTION_WORDS = 2
"""Words like "Should" and "Your" that make a capitalized run a heading, not a name: set by hand.
With 3 a heading that two texts of ``found.txt`` hold is missed, with 0 nine names are called
text."""
LEAST_KIN_WORDS = 4
"""Words from which a run may be believed to be in a language that is kin: shorter ones are within
noise (Danish "vært", a host, is Norwegian for "been"). Set by hand; from 2 to 6 the tests give the
same."""
LONE_FUNCTION_NATS = 4.0
"""Nats under which a closed-class word may stand alone: 55 times as likely in its language. Set by
hand; from 1 to 4.5 the tables give the same, with 4.8 an "or" of ``found.txt`` is missed."""
LONE_NATS = 3.2
"""Nats that a single word must speak for its language against every other one that is listed: 25
times as likely there. Set by hand; from 1 to 5 the tables give the same, with 0 the keywords of a
program are called text and with 9 two words of ``found.txt`` are missed."""


def is_exempt(
    counts: WordCounts, setting: SpanSetting, contrast: Contrast, *, kin: bool = False
) -> bool:
    """Tell whether a run is rightly in another language by where and how it is written.

    ``kin`` tells that the two languages share so many words that a few tell nothing.
    """
    if kin and counts.words < LEAST_KIN_WORDS:
        return True
    if setting.whole:
        return False
    if contrast is Contrast.OTHER:
        return setting.quoted or setting.bracketed or counts.characters == 1
    if _is_cited(counts, setting) or _is_named(counts):
        return True
    if contrast is Contrast.WORDS:
        lone = counts.words == 1 and not counts.common and counts.strongest < LONE_FUNCTION_NATS
        return lone or not counts.telling
    return _is_term(counts)


def _is_term(counts: WordCounts) -> bool:
    """Tell whether Latin letters among others may be a term, a command or an interface label."""
    if counts.words == 1 and counts.lone < LONE_NATS:
        return True
    if counts.joining == counts.function == 1 and counts.words in TERM_WORDS:
        return not counts.title_function
    return counts.function + counts.title_function == 0 and counts.lower < MOST_COMMAND_WORDS


def _is_cited(counts: WordCounts, setting: SpanSetting) -> bool:
    quoted = setting.quoted and counts.words <= MOST_QUOTED_WORDS
    return quoted or (setting.bracketed and counts.words <= MOST_GLOSS_WORDS)


def _is_named(counts: WordCounts) -> bool:
    """Tell whether a run is written like a name or a title."""
    if counts.words == counts.title_function:
        return False
    if counts.plain == 0 and counts.title_function < HEADING_FUNCTION_WORDS:
        return counts.lower < counts.words and (counts.capital > 0 or counts.words == 1)
    return counts.titled and counts.plain <= 1 and counts.words <= MOST_COMMAND_WORDS
