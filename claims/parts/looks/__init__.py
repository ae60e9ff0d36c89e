"""Second looks at a chosen list: what its lines tell against counting them, each on evidence of its own."""
