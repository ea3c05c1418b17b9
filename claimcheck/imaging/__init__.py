"""Pixels in, values out. NumPy, Pillow and OpenCV; no Qt, no database."""
