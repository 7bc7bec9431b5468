"""Page plans to HTML: Markdown once per entry and language, a shell once per door, a small template per page."""
