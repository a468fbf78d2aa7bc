"""Makes the fitted files that ship, one command a file; README.md lists them."""
