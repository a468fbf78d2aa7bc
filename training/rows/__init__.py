"""Training rows: features, what is right, and from which source, made of labelled cases."""
