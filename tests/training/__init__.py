"""Tests of the scripts that make what ships."""
