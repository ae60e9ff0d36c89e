"""Great Expectations suites and custom Expectations; the only place that imports great_expectations."""
