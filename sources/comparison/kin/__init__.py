"""Parts and wholes of what is claimed."""
