"""Words that say a figure again: in letters beside digits, as a majority, as the highest of a series."""
