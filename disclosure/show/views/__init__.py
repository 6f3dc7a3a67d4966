"""One view a template: a typed record of all that the page shows, in the page's language."""
