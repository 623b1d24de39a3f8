"""What the window knows of the project, and the one way it asks for changes."""
