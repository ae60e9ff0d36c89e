"""Notices to editors and operators: what they must see anew, by mail or webhook; figures of a run for a monitor."""
