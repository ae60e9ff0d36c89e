"""Who signs: the totals a letter states and the names it lists."""
