"""Floor 4: the past of the content, commit by commit. Knows nothing of pages."""
