"""Floor 0: problems, files and the clock. Knows nothing of our subject."""
