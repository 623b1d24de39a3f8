"""Proof sheets: pages set in lines, with what a round corrected drawn by the marks of GB/T 14706."""
