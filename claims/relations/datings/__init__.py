"""Weekdays, the order of moments, and numbers of series: what single dates and ordinals are held against."""
