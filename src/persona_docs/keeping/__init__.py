"""What was made once, kept for the next build: data as JSON, in a folder that anything may happen to."""
