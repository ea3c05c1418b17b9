"""The use cases: each one a function with progress and cancel."""
