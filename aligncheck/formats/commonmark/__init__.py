"""Markdown's syntax: CommonMark, what documentation sites add to it, and front matter."""
