"""Reading letters: from a file to claims, each number accounted for. Imports nothing, so that it costs nothing."""
