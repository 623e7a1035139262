"""What is behind each field of a front matter."""
