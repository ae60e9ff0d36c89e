"""Pages saved by hand: files with their addresses, MHTML as a browser saves it, web archives (WARC, WACZ)."""
