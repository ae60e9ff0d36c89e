"""Dates, periods and known events, anchored on the letter's own date."""
