"""Relations that the figures themselves propose: what fits exactly, or would fit but for one slip."""
