"""When a persona is to be called, told by sentences."""
