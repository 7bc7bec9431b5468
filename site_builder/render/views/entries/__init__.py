"""The pages of entries and their lists."""
