"""The Portal to problems. Checks are generators; the registry is read top to bottom."""
