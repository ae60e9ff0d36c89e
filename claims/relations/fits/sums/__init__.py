"""Wholes and their parts that the figures propose: sums that hold, or would but for one slip."""
