"""Large tables as columns: read with Arrow, checked by their distinct cells, typed when a row is asked for."""
