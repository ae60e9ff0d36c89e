"""Which row a claim is about by all that stands around it, whatever its own number says."""
