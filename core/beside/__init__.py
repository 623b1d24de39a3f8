"""Work on snapshots beside the window: what can be asked, who does it, and a process of its own for them."""
