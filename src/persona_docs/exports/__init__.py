"""The catalog as files for other tools."""
