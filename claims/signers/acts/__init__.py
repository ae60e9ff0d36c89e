"""What a sentence says of those who sign: who they are, what they do, and whether they do it in this letter."""
