"""Data that ships with the program: icons, themes, translations, messages and the sample project."""
