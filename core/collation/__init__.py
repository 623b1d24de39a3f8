"""Reading one copy of a text against others: which pages share passages, and where they differ."""
