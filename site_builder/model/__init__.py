"""One module per kind of record an editor writes or the open data holds; the registry lists them."""
