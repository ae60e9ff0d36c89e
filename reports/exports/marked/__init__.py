"""The letter itself with comments: a Word file, a PDF, or a Word file made of its text."""
