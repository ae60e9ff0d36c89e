"""Numbers that are no claims, each with its reason."""
