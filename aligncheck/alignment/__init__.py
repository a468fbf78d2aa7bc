"""Which segments of two versions say the same."""

from aligncheck.alignment.bundle import align_bundle
from aligncheck.alignment.sentences import align_sentences, sentence_texts

__all__ = ["align_bundle", "align_sentences", "sentence_texts"]
