"""The proofreading core: pages, articles, findings, history and the project file. Imports no Qt."""

__version__ = "0.1.0"
