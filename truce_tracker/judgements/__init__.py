"""The verdicts: one question an SQL file, and the few lines that ask it. Reads a store, never writes one."""
