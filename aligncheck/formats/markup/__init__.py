"""HTML's syntax: tags with their places, the elements that are open, what they protect."""
