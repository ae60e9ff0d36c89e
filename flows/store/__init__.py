"""The store: what runs came to and what editors decided, in one database of an `--out` (docs/history.md).

`open_store` opens it, migrated; `Store.reading` and `Store.writing` are its two kinds of transaction.
"""
