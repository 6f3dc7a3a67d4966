"""Floor 2: files become records, every value with its file, line and column."""
