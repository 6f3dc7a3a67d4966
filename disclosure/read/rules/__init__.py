"""One rule a file: what may be wrong with the form of a content file."""
