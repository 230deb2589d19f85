"""A plain reading of contract 2 (definitions), that shares no verdict and no idea with the product. Correct, not fast.

`listings.QUESTIONS` answers the row listings; the rooms beside it answer one part of the definitions each. Only the
values (dates, quantities, phrases, repeats) are read by the product's own readers, which have tests of their own.
"""
