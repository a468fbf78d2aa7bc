"""What the terms of a source ask of its translation, and what stands there instead."""
