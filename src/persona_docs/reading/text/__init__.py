"""From bytes to text, and what is said of a text alone: its lines, signs, phrases and languages named."""
