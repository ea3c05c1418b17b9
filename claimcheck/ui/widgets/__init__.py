"""Small widgets of our own, painted from the theme's tokens."""
