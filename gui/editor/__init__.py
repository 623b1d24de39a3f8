"""The text of a page on screen: the editor, its gutter and its marks."""
