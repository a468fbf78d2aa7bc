"""What words a language has: how common they are, their letters, and those it has borrowed."""
