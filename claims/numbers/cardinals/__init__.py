"""Number and scale alone, in digits and in words."""
