"""The report site: front page, letters, files."""
