"""What letters claim or cite and the table does not have."""
