"""The user's manual: `zh.md` and `en.md`, Markdown that the Help menu shows."""
