"""Which alarms the subjects of their figures permit: one rule for each family of relations, asked in one place."""
