"""The ledger file (YAML, format truce/2): read strictly, loaded all or nothing, written back byte for byte."""
