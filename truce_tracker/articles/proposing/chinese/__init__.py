"""Chinese: its paragraphs, voices and clauses. Traditional characters are read as the simplified ones."""
