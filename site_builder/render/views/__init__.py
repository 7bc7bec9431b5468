"""What each page kind shows: the portal's records turned into the few values its template prints."""
