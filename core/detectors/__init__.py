"""Detectors: pure functions from a page to findings. To add one, add a file to core/detectors/rules."""
