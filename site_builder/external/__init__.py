"""Links that lead out of the portal: where they stand, what answers, and since when nothing does."""
