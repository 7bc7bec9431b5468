"""The search: what can be found, in which words, and the index of it (F39)."""
