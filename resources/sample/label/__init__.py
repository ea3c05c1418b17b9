"""The label of the invented product, drawn with Pillow alone."""
