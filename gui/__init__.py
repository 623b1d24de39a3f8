"""The window: views and models over one project."""
