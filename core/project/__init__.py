"""A project as the window and the command line use it."""
