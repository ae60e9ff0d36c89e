"""Units of measurement and money."""
