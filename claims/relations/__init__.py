"""What ties the figures of a letter to one another, found across words and sentences; rules only do its arithmetic."""
