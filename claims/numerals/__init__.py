"""Every number of a string: digits and words, ranges, comparators, and what is no quantity."""
