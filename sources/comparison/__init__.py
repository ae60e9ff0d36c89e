"""A claim against observations: windows, intervals, ways of comparing, the decision."""
