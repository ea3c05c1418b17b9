"""Points and areas set by hand: to align, to compare colours, to measure."""
