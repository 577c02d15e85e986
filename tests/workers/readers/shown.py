"""The photos that ship with the tests."""

from pathlib import Path

PHOTOS = Path(__file__).parent / "photos"


def photo(name: str) -> bytes:
    """The bytes of `photos/<name>`."""
    return (PHOTOS / name).read_bytes()
