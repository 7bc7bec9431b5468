"""What a proposal changes on the site, for whoever decides on it."""
