"""The proofreading core: pages, articles, findings, history and the project file. Imports no Qt."""

__version__ = "0.1.0"

import os

# The matrices are small: threads that share them out wait for each other at full speed, and take a processor
# from the window. It must be said before NumPy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
