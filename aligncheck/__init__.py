"""Find what a reader of one language version of an article would miss."""
