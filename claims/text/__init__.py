"""The text itself: its reading view, lines, tokens, sentences, list marks."""
