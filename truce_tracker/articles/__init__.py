"""An article -> its text, its metadata, suggested claims, a draft to edit."""
