"""How much of what is wrong is found, and how much of what is found is wrong."""
