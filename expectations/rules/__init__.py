"""One module a consistency rule: a declaration and a pure function from an extraction to findings."""
