"""How dates are written: the grammar that finds them, and what around them says that they are dates."""
