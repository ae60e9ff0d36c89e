"""The letters of a run, laid on the disk: what its process holds of each is a gist, and where the rest stands."""
