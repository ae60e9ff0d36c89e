"""Places and countries named in a text."""
