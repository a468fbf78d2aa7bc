"""What follows files as they change: findings printed again, pages served live."""
