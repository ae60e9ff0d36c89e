"""Which observations may speak to a claim: places, series, vintages, addresses."""
