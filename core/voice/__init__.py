"""Spoken messages: kept as documents, and turned into words where somebody listens."""
