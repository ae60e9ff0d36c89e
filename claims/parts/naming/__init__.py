"""What a line or an entry looks like: a name, a person, a body, a place, a source."""
