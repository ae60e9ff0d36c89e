"""Measures read by the topics told around a figure."""
