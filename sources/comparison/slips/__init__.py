"""The same number with another meaning."""
