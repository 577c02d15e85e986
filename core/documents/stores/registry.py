"""The kinds of store, each known by how its address begins."""

from functools import cache

from core.documents.stores.disk import DiskStore
from core.documents.stores.provider import Store
from core.documents.stores.s3 import S3Store
from core.settings import UnusableSetting

STORES: dict[str, type[Store]] = {kind.scheme: kind for kind in (DiskStore, S3Store)}


@cache
def open_store(url: str) -> Store:
    """The store at this address, the same one each time. Raises `UnusableSetting`."""
    scheme, _, _ = url.partition("://")
    if scheme not in STORES:
        raise UnusableSetting(f"STORE_URL begins with {' or '.join(f'{known}://' for known in STORES)}.")
    return STORES[scheme].at(url)
