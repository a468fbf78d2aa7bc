"""What is known of each language; nothing of it stands anywhere else."""
