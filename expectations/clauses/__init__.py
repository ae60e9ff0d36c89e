"""What stands around a figure, and what ties two of them."""
