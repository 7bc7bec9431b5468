"""Records to the Portal: references, the territory tree, inheritance, the directory."""
