"""What carries the pages into a site generator."""
