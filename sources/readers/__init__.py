"""Readers of reference tables, one form a module: CSV text, workbooks, Parquet, databases. Libraries load when used."""
