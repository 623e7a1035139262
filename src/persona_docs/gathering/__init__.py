"""All files read, checked and prepared side by side, and what was made before taken from where it is kept."""
