"""Scans of pages: the image, where on it each part of the text stands, and where it lies."""
