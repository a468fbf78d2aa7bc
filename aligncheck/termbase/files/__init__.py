"""Glossary files: how each form (TOML, CSV and TSV, TBX) is read and written."""
