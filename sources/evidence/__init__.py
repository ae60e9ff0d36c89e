"""Rows first: from what stands in the table to the claim, whatever words it is told in."""
