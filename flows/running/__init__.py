"""A run: its letters checked, its pages published, its folder kept, and what is remembered of it."""
