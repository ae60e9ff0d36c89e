"""What a number counts: units, nouns, subjects, and which way it changes."""
