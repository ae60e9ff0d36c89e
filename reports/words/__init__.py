"""Words, names, addresses and scripts as pages show them."""
