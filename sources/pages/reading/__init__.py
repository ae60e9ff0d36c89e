"""What a page says and does not say: its text in a limited process, and signs of what is not in it."""
