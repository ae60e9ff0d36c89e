"""The command line, and the Prefect flow behind `crossfoot report` and `crossfoot serve`."""
