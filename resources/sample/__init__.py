"""The sample project: invented newspaper pages, their known errors (errors.json), and one scan.

Pages are the files `*.txt`, UTF-8; a scan is the image of the same name, the boxes of its lines lie in
`NAME.units.json`. See README.md in this folder.
"""
