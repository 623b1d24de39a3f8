"""What was corrected, counted: by kind, pair, editor, round and issue, and how far editors agree."""
