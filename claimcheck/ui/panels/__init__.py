"""What stands around the canvas: library, steps, inspectors."""
