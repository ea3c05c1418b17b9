"""Where reviews and originals are kept. No Qt."""
