"""What Alembic looks for: its scripts, one a version of the schema."""
