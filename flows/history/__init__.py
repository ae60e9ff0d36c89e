"""What became of letters, figures and verdicts from one state to another, and why (docs/history.md)."""
