"""What an editor sees: the JSON of the contract, the tables, the HTML pages."""
