"""Letters as files in folders: which are looked at, and what each is called."""
