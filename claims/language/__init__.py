"""General words as data, one folder a language."""
