"""Two pictures side by side, and the marks on them."""
