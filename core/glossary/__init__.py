"""What an editor has taught the program: set forms of names and phrases, and pairs of wrong and right."""
