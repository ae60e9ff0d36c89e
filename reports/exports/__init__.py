"""What other programs read: the JSON of the contract, the tables."""
