"""A persona's text as safe HTML."""
