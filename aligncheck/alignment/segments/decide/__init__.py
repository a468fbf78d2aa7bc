"""The decisions: what is lost, added or moved, and whether two texts are versions of one."""
