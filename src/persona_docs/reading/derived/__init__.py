"""Facts that no field declares, found in the text."""
