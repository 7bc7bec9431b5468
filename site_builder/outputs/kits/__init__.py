"""What goes with permanent addresses: codes to scan, and all of a territory's kit in one file."""
