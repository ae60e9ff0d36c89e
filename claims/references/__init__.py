"""What a letter cites: notes, marks, links, producers, and which figure each belongs to."""
