"""What differs between a listing image and the photo laid over it, and whether it is the same."""
