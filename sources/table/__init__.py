"""The reference table loaded: cells, types, faults."""
