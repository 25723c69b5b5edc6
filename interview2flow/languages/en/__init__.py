"""The language folder: catalogues and grammar."""
