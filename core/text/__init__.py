"""Text and positions: spans, edits, lines, characters and their folding. Positions are code points."""
