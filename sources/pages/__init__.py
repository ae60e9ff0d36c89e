"""The pages that a letter cites: fetched on request or saved by hand, kept, read, and asked whether they print it."""
