"""One bad page never stops the site: what has mistakes is published as it last was without them, or left out."""
