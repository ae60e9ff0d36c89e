"""One figure given twice and once misprinted, as the figures propose it: pairs that a slip would make equal."""
