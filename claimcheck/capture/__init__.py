"""From the outside world: a saved product page becomes the fields of a listing."""
