"""What follows files as they change: pages served live."""
