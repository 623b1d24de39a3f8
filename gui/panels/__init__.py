"""The panes around the text: each shows plain data given to it and says what the editor wants by signals."""
