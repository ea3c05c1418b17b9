"""claimcheck shows what a hyped product is really like: the listing beside real life."""

__version__ = "0.1.0"
