"""Files to documents: values that know their file, line and column."""
