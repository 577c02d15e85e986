"""Spoken messages turned into words. Nothing is imported here: the model's libraries are heavy, and few need them."""
