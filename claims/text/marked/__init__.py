"""Markup in a text, and what a reader sees in its place."""
