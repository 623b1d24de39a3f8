"""What is known of the language: counts of characters and words, and which characters are alike."""
