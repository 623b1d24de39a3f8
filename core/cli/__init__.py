"""The command line, as its contract has it: other programs read its JSON. Imports no Qt."""
