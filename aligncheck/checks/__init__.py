"""The rules: one file is one rule, and nothing else stands here."""
