"""A persona's text as Markdown that every wiki reads the same way."""
