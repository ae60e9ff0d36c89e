"""Which stretch of a letter is title, address, body, list, signatories, notes, page frame."""
