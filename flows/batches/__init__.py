"""Letters in batches: the tasks of a run, and how their results come together."""
