"""Tests of who listens. `spoken_*.ogg` are a synthetic voice's (SVOX Pico), as Opus, as phones send it."""
