"""A text -> the claims that it may hold, each with the words that made it. A person decides.

`proposer` is the protocol; `rules` is the first that keeps it. The way through the rules: `sentences`; `english` or
`chinese` (paragraphs, voices: who says which words); `claims` (pieces of those words, read and
weighed); `words` are the lists that all of them look in. A further language is a further folder beside these two.
"""
