"""One rule a file: private data, injected content, and attachments."""
