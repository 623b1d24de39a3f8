"""Bringing together two versions of a page that began as one: what agrees, what both give, what clashes."""
