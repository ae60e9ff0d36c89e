"""The table of a user kept: adding, pulling, exporting."""
