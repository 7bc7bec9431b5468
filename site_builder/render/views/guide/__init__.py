"""The guide of a territory."""
