"""Reads the labelled cases that accuracy is measured on and models are fitted on."""
