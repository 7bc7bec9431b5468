"""The Portal to page plans: one per page and language, with its address and its relatives."""
