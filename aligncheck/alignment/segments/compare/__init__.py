"""What is compared of two versions, and how near it is: segments, joined neighbours, pieces."""
