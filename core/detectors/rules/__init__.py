"""One detector a file: `RULES` names what it can say, `detect` says it."""
