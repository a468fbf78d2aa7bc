"""How long it takes, by itself or beside something that everybody can run."""
