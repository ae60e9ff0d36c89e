"""Pages across letters: all claims of a measure with their course drawn, and all that a producer's figures decided."""
