"""Exporters: from pages to files. To add a format, add a file to core/exporters/formats."""
