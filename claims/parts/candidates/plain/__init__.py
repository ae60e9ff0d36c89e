"""Lists of names without marks: their lines, how these make entries, the blocks they give."""
