"""What a page is: its text, its articles and their pieces, and what is said about them."""
