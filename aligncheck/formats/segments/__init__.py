"""What every format needs: a file's text and its places, segments and the order they stand in."""
