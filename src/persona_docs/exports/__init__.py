"""The catalog as files for other places: team wikis, spreadsheets, programs, feeds, models."""
