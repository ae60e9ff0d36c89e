"""Shares, changes, multiples and rates that the figures propose: three figures of which one is drawn from two."""
