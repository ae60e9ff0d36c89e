"""One letter as its page shows it."""
