"""The quick look on a terminal."""
