"""A plain reading of DESIGN, sections 2 and 4, that shares no code and no idea with the product. Correct, not fast."""
