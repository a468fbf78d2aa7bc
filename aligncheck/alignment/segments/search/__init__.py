"""The search for the best path of beads: candidates, anchors, dynamic programme, second pass."""
