"""Figures of any CSV or JSON address, by a mapping file."""
