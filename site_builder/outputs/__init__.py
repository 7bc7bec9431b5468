"""Everything that is not a page: style, scripts, maps, the finder's data, sitemaps. Outputs are values."""
