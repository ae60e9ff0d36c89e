"""The tables of a run as frames and as files."""
