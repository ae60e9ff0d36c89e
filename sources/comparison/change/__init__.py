"""The size of a change."""
