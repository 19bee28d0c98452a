"""Training of the event encoder."""
