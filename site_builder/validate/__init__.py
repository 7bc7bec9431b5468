"""Documents to typed records, and everything that keeps a document from being one."""
