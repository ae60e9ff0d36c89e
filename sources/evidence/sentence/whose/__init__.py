"""Whose a figure is: who is named, who stands for a name, and which of them tells which figure."""
