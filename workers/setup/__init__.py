"""Makes a fresh machine ready. Runs before anything is installed: the standard library only."""
