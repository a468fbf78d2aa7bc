"""What holds for text of any language: scripts, tokens, quotation, protected spans."""
