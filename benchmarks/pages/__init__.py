"""Accuracy on pages that nothing was fitted on, as they are and with one planted change each."""
