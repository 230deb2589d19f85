"""What the judgements must answer: cases by hand, and a second, independent reading of the definitions."""
