"""A package, so that no library that installs its own tests under this name comes before them (spylls does)."""
