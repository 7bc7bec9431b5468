"""What depends on a human language: place names, dates, numbers, opening hours, typography.

Pure functions: nothing here reads a file, and nothing knows of pages. French and English have grammars of
their own (`french`, `english`); every other language gets what Babel's CLDR data gives, and no invented
grammar.
"""
