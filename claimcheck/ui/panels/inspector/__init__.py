"""The rows of the mark inspector: each shows what the selected marks have in common."""
