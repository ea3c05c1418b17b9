"""From the same boxes to moving pictures: shots, frames, and a film's file."""
