"""The one history: performing commands, bursts of typing, undo and redo."""
