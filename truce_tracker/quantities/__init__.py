"""Quantities: ``[bound] number [scale] unit [per period]``, or two numbers, as a comparable amount. No dates.

Newspapers' and Chinese spellings (``$1.2bn``, ``12m tonnes``, ``1200万吨``) are read as the notation is, so that a
figure is the same whether a ledger file or an article gives it. `units` holds the words, `reading` what they make
together, `chinese` turns Chinese spellings into the notation.
"""

from truce_tracker.quantities.reading import Quantity, as_notation, numbers_in, read_quantity

__all__ = ["Quantity", "as_notation", "numbers_in", "read_quantity"]
