"""Lists for spreadsheets: every claim, and what asks for an editor, as XLSX and CSV."""
