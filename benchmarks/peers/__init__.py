"""Other tools on the same documents and vectors."""
