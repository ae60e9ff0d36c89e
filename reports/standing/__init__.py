"""What asks for an editor, what fails a check, what has been decided."""
