"""What a letter says in numbers of those who sign it, before its numbers are read: evidence for its parts."""
