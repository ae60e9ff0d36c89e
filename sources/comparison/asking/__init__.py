"""What is asked of a row: the claim as a question, intervals and windows, and what a row says to it."""
