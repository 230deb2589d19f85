"""A text -> the claims that it may hold, each with the words that made it. A person decides."""
