"""The day of a letter: its dateline, its head, what its own words call it."""
