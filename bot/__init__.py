"""The chat: what reps say and photograph becomes operations; what happens comes back as messages."""
