"""Lengths of time, anniversaries and ages of a letter, with the moments they lie between."""
