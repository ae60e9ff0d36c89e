"""What stretches of a letter may be: blocks proposed with their evidence, for the best cover to choose from."""
