"""What commands write for editors: new entries, moves, front matter in order. Prose is never touched."""
