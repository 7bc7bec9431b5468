"""What a process has done, in numbers that are the same on any machine."""

from collections import Counter

Tally = Counter[str]
"""How often each template has run, by its name, and how many texts were converted (``TEXTS``).

Whoever does the work adds to it. A process has one of its own; those of all processes are added up where what they
wrote is (`processes.py`).
"""
TEXTS = "Markdown"
SHELL = "main.html"
PAGES = "pages/"
"""How the names of those templates begin that make one page each."""
