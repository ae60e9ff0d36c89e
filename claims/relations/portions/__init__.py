"""Percentages and fractions with what they are of."""
