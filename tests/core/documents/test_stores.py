"""Every kind of store keeps what it is given, and says what it cannot do."""

from pathlib import Path

import httpx
import pytest

from core.documents.service import keep_bytes
from core.documents.stores import StoreUnreachable, key_of, store
from core.documents.stores.registry import open_store
from core.records import new_id
from core.settings import UnusableSetting, settings
from tests.builders.cast import Firm
from tests.builders.databases import *  # noqa: F403
from tests.pwa.visitors import Visitors
from tests.services import free_port


@pytest.fixture(params=["disk", "s3"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store of each kind."""
    return tmp_path.as_uri() if request.param == "disk" else str(request.getfixturevalue("s3_store_url"))


async def test_what_is_put_is_given_back_until_it_is_deleted(store_url: str) -> None:
    kept = open_store(store_url)
    key = key_of(new_id(), "ab" * 32)
    for _ in range(2):
        await kept.put(key, b"\x00bytes\xff")
    assert await kept.get(key) == b"\x00bytes\xff"
    for _ in range(2):
        await kept.delete(key)
    with pytest.raises(FileNotFoundError):
        await kept.get(key)


async def test_the_installations_store_is_the_one_that_its_address_names(
    s3_store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORE_URL", s3_store_url)
    settings.cache_clear()
    try:
        company = new_id()
        digest, size = await keep_bytes(company, b"a card")
        assert (await store().get(key_of(company, digest)), size) == (b"a card", 6)
        bucket, endpoint = s3_store_url.removeprefix("s3://").split("?endpoint=")
        assert key_of(company, digest) in httpx.get(f"{endpoint}/{bucket.split('/')[0]}?list-type=2").text
    finally:
        settings.cache_clear()


async def test_a_store_that_cannot_be_reached_says_so_in_one_line(s3_store_url: str) -> None:
    nowhere = open_store(f"s3://bucket?endpoint=http://127.0.0.1:{free_port()}")
    no_bucket = open_store(f"s3://no-such-bucket?{s3_store_url.partition('?')[2]}")
    for kept in (nowhere, no_bucket):
        with pytest.raises(StoreUnreachable) as refused:
            await kept.put("key", b"bytes")
        assert "\n" not in str(refused.value)


async def test_a_page_says_that_documents_cannot_be_reached(sqlite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    firm, visitors = await Firm.known(), Visitors()
    digest, size = await keep_bytes(firm.company_id, b"%PDF")
    file = {"name": "offer.pdf", "media_type": "application/pdf", "size": size, "digest": digest}
    document = (await firm.do("document.attach", file))["id"]
    browser = await visitors.of(firm)
    assert (await browser.get(f"/documents/{document}/file")).content == b"%PDF"
    monkeypatch.setenv("STORE_URL", f"s3://bucket?endpoint=http://127.0.0.1:{free_port()}")
    settings.cache_clear()
    away = await browser.get(f"/documents/{document}/file")
    settings.cache_clear()
    assert (away.status_code, "cannot be reached just now" in away.text) == (503, True)
    await visitors.leave()


def test_no_secret_is_told_of_where_a_store_is(s3_store_url: str) -> None:
    assert open_store(s3_store_url).where().startswith("s3://")
    assert "testing" not in open_store(s3_store_url).where()


@pytest.mark.parametrize(
    "url",
    ["ftp://host/folder", "documents", "file://host/folder", "file:relative", "s3://", "s3:///folder",
     "s3://key:secret@bucket", "s3://bucket?endpoint=minio", "s3://bucket?nonsense=1"],
)  # fmt: skip
def test_an_address_that_names_no_store_is_unusable_and_not_repeated(url: str) -> None:
    with pytest.raises(UnusableSetting) as refused:
        open_store(url)
    assert "secret" not in str(refused.value)
