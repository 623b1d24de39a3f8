"""Links: which article of one page goes on in which article of another."""
