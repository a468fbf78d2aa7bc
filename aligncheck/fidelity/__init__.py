"""Text turned into comparable values: what must be the same in every version."""
