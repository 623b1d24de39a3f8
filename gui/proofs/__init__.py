"""Drawing proof sheets: into a PDF, onto a printer."""
