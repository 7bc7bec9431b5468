"""The pages one enters by."""
