"""Finished pictures as files: written within limits, free of what is private, checked."""
