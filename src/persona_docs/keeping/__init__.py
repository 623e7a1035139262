"""The cache on the disk: data as JSON, in a folder that anything may happen to."""
