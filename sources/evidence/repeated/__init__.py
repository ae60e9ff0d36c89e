"""Which row of a number a claim repeats: as told, on a line told beside, or outdone by another of its text."""
