"""The project file: one SQLite database, every step one transaction."""
