"""Work: communes near a workplace, work for a partner."""
