"""What a finding means for everything else that is said of its file."""

from __future__ import annotations

from enum import StrEnum


class Effect(StrEnum):
    """What is wrong where a finding stands: each rule declares it, and nobody asks for its code.

    The first four are about a file or a pair as a whole: their place is an address and no words
    that are at fault. The others are about the place itself.
    """

    UNUSABLE_FILE = "unusable-file"
    """The file is no text of its version: it cannot be read, or all of it is in another language.
    Nothing else is said of it, nor of a pair with it."""

    ABSENT_VERSION = "absent-version"
    """A version that belongs beside the file is not there; of the file itself nothing is wrong."""

    UNRELATED_PAIR = "unrelated-pair"
    """Two files are not versions of one article: nothing that depends on the pair is said."""

    UNCERTAIN_PAIR = "uncertain-pair"
    """Two files may not be versions of one article: what is said of the pair is in doubt."""

    LOSS = "loss"
    """Whole segments of the counterpart are missing. The place is a point between two segments,
    so that no text that is there accounts for it."""

    OMISSION = "omission"
    """A part of a segment is missing. The place is a point inside the segment that has the rest."""

    SURPLUS = "surplus"
    """Whole segments are there that the counterpart lacks."""

    MOVED = "moved"
    """Segments stand elsewhere in the order than their counterpart; of their words nothing is
    wrong."""

    FOREIGN = "foreign"
    """Words are in another language or another script than their version."""

    WORDING = "wording"
    """Words say what they should by a term that they should not: a synonym that the glossary
    forbids, a translated name. Of several findings on the same words the narrowest is meant."""

    DEVIATION = "deviation"
    """Words say something else than their counterpart: another number, link, mark or negation."""

    COMMENT = "comment"
    """A comment that speaks to aligncheck is at fault: what is said of the text does not matter to
    it."""
