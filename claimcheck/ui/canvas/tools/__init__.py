"""One file per tool. A new tool is a new file and a line in ``table.py``."""
