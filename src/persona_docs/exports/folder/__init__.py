"""Files brought into a folder: nothing is lost, and nothing of anybody else is touched."""
