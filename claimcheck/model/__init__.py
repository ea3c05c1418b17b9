"""What a review is: frozen values, pure edits, judging. Standard library only."""
