"""Where on its image the text of a page is printed, and the files of other programs that say so."""
