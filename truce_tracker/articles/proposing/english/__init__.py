"""English: its paragraphs, statements, voices, and the amounts and times in them."""
