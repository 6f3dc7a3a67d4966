"""One rule a file: what may be wrong with the rendered site."""
