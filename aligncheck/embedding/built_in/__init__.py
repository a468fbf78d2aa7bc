"""The built-in model: its weights, found, read, and turned into what its engine runs."""
