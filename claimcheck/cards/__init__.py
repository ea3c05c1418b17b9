"""From a review to a picture. QtGui only, no widgets."""
