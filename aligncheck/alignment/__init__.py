"""What says the same in the versions of an article: segments, and sentences inside them.

Each stage is a function over frozen values. Where the next one needs vectors of further texts, the
value tells which in ``wanted``; whoever embeds them hands ``TextVectors`` that have them:

    texts_of_segments(documents)   ->  texts
    draft_alignment(documents, ..) ->  draft       wants pieces of segments in doubt
    settle_alignment(draft, ..)    ->  bitexts
    find_suspects(bitexts)         ->  suspects    want the sentences of suspect beads
    draft_sentences(suspects, ..)  ->  draft       wants what may speak against omissions
    settle_sentences(draft, ..)    ->  bitexts with ``Bead.sentences``
"""

from aligncheck.alignment.segments.article_alignment import (
    draft_alignment,
    settle_alignment,
    texts_of_segments,
)
from aligncheck.alignment.sentences.sentence_alignment import (
    SentenceDraft,
    draft_sentences,
    settle_sentences,
)
from aligncheck.alignment.sentences.suspect_beads import find_suspects
from aligncheck.alignment.text_vectors import TextVectors

__all__ = [
    "SentenceDraft",
    "TextVectors",
    "draft_alignment",
    "draft_sentences",
    "find_suspects",
    "settle_alignment",
    "settle_sentences",
    "texts_of_segments",
]
