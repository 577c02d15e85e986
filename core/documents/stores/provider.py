"""What keeps documents' bytes."""

from typing import ClassVar, Protocol, Self


class StoreUnreachable(OSError):
    """The store did not answer, or refused us; says why in one line, for the operator."""


class Store(Protocol):
    """Keeps bytes under a key; the same key always has the same bytes, so that to put them twice does no harm."""

    scheme: ClassVar[str]
    """How an address in `STORE_URL` begins."""

    @classmethod
    def at(cls, url: str) -> Self:
        """The store at an address. Raises `UnusableSetting` for an address that it cannot take."""
        ...

    async def put(self, key: str, content: bytes) -> None:
        """Keeps the bytes. Raises `OSError` where that cannot be done."""
        ...

    async def get(self, key: str) -> bytes:
        """The bytes. Raises `FileNotFoundError` where there are none, another `OSError` where nobody answers."""
        ...

    async def delete(self, key: str) -> None:
        """Forgets the bytes, if there are any. Raises `OSError` where that cannot be done."""
        ...

    def where(self) -> str:
        """For the operator: the place in words, without secrets."""
        ...
