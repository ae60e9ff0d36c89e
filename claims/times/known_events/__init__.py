"""Events of the field in a text: their names, and which one is meant."""
