"""Topics short enough to stand on a chip, made of lists and sentences."""
