"""One format a file: `NAME`, `TITLE` and `SUFFIX` say what it is, `export` makes the files."""
