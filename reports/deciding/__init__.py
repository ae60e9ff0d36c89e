"""What editors decide: on which words, what then stands, what no longer stands anywhere, how often they agree."""
