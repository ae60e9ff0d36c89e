"""Claims put together from what was read: periods, places, measures and citations tied to each figure."""
