"""The ledger as tables, for spreadsheets and data frames: a csv or jsonl file for each list, without loss both ways."""
