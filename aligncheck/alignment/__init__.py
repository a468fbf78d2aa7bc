"""Which segments of two versions say the same."""

from aligncheck.alignment.segments.article_alignment import align_bundle
from aligncheck.alignment.sentences.sentence_alignment import align_sentences, sentence_texts

__all__ = ["align_bundle", "align_sentences", "sentence_texts"]
