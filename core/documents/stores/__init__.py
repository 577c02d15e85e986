"""Where documents' bytes are kept: a Protocol, a file per provider, and a registry."""

import hashlib

from core.documents.stores.provider import Store, StoreUnreachable
from core.documents.stores.registry import open_store
from core.settings import settings

__all__ = ["Store", "StoreUnreachable", "digest_of", "key_of", "open_store", "store"]


def store() -> Store:
    """This installation's store. Raises `UnusableSetting` where `STORE_URL` names none."""
    return open_store(settings().store_url)


def digest_of(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def key_of(company_id: str, digest: str) -> str:
    """Where the bytes with this digest are kept for this company."""
    return f"{company_id}/{digest[:2]}/{digest}"
