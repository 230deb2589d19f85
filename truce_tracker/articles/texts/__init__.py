"""A document -> its text and its metadata: fetched, decoded, stripped of furniture. Nothing is claimed here."""
