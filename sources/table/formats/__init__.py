"""One reader a form of table: CSV, workbook, Parquet, database, plain rows."""
