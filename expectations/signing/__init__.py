"""Signatories as the rules see them: bodies, likeness, groups, sums."""
