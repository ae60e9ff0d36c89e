"""Numbers: from a text to quantities, ordinals, ignored and unread numbers."""
