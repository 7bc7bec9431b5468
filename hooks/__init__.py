"""The adapter between MkDocs and the core. It translates, and decides nothing."""
