"""Finding the terms of a termbase in text: folding, word forms, the index and its matches."""
