"""Floor 4: records become pages: addresses, prose, views, templates."""
