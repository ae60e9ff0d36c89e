"""Lists of signatories: where one stands and what its entries are."""
