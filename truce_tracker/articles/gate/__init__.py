"""Whether the words of a text bear a claim out, slot by slot. No ledger and no file: plain values in, reasons out.

`gate` asks, `evidence` is where in the text it looks; a slot has a module of its own. What is proposed passes here,
whoever proposes it, and what a ledger has passes here when its words are verified.
"""
