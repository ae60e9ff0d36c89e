"""The review: the pages of the latest run served so that editors decide, and what they decide kept."""
