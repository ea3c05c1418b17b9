"""Ways to look at two pictures at once: beside, above, wiped, through each other, in turn."""
