"""Terms mined from aligned articles: recurring phrases, their renderings, suggestions."""
