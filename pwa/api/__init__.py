"""For programs: is it alive, what changed, the chat's updates."""
