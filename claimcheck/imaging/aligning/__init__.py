"""Where the product of a listing image lies in a photo: found, made exact, or refused."""
