"""Editors' Markdown: what a text holds and where it stands, and the clean HTML that it becomes."""
