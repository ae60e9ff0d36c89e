"""Tables of a run held against their declarations before they are published."""
