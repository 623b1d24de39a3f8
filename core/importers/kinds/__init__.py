"""The kinds of file that can be imported, one a file; a new file here is found by itself."""
