"""Segments aligned: what is compared, the search for the best path, the decisions."""
