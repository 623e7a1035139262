"""A body's Markdown as GitHub parses it."""
