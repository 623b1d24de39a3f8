"""Bringing pages in: files, folders, patterns and archives become sources with their exact bytes."""
