"""Verdicts in words: arithmetic, explanation, cautions."""
