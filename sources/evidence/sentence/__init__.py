"""What one sentence gives to find its row by: whose figure, of which day, where, as a part of what."""
