"""Figures that change, and averages."""
