"""For who is not signed in yet: signing in, links that work once."""
