"""From a file that nobody has checked to upright sRGB pixels, and what is beside them."""
