"""A plain reading of docs/definitions.md that shares no code and no idea with the product. Correct, not fast."""
