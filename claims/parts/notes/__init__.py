"""The notes of a letter: their marks, and the lines they stand on."""
