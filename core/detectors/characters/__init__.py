"""Wrong, missing, extra and swapped characters: what could stand in a place, and what speaks for it."""
