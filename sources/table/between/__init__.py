"""What rows must be together: each check is a function from the tables as text to faults."""
