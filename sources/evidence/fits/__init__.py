"""Which row a claim repeats: learned from letters with answers, a sum of weights at run time."""
