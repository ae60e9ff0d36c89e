"""What stands under `state/`: results kept, locks, and what is kept out of it."""
