"""Which files there are to read."""
