"""What runs a model, one file each; imported when the first new text is embedded."""
