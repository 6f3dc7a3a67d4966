"""What must not get out or in: private data, injected content, attachments that hide something."""
