"""Sentences aligned inside beads: what a paragraph leaves out."""
