"""Products and quotients that words draw from figures told before, and that one slip has made wrong."""
