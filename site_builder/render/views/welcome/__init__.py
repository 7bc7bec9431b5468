"""What welcomes newcomers beside their guide."""
