"""A ledger in a database of PostgreSQL: its address is spoken to as a file is."""
