"""Days and years told by others: "last month", "the year before"."""
