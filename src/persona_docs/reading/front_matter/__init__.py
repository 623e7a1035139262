"""From a text to its front matter, however it is written, and to the body below."""
