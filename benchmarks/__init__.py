"""Figures of accuracy and speed, each one command that prints a table; README.md lists them."""
