"""Texts cut into sentences, clauses and pieces."""
