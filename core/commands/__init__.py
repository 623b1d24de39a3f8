"""What an editor can do. A command plans its change; it never carries it out itself."""
