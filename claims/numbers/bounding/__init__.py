"""What a wording admits: comparators, ranges, intervals."""
