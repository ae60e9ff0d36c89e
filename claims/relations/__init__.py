"""How the figures of a letter hang together: moves, parts, shares, rates, repetitions, windows, announced lists."""
