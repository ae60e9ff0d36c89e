"""Where things stand on the page: the reading view, lines, sentences, the head and the parts of a letter."""
