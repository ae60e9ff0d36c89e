"""Names in running text: how a paragraph is parted, and the blocks it gives."""
