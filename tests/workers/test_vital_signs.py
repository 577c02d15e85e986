"""`ronda doctor` tells what waits, what failed, what is slow, and when the last backup was."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest

from core.database import EVERY_COMPANY, transaction
from core.inbox import store_update
from core.leases import hold, note_done
from core.outbox import OutboxMessage
from core.pace import note_page, taken
from core.settings import settings
from core.timings import keep_timings
from tests.builders.cast import Firm
from tests.builders.databases import *  # noqa: F403
from tests.services import free_port
from workers import vital_signs
from workers.backups.taking import LEASE
from workers.finding import Finding


@pytest.fixture
async def firm(database: str) -> Firm:
    taken()
    return await Firm.known()


async def look(name: str) -> Finding:
    return await vital_signs.VITAL_SIGNS[name](settings())


async def post(firm: Firm, **given: object) -> None:
    now = datetime.now(UTC)
    message = {"topic": "chat.say", "payload": {}, "created_at": now, "due_at": now, "company_id": firm.company_id}
    async with transaction(EVERY_COMPANY) as session:
        session.add(OutboxMessage(**{**message, **given}))


async def test_what_goes_out_at_once_is_well_and_what_waits_long_or_failed_is_not(firm: Firm) -> None:
    now = datetime.now(UTC)
    assert await look("messages") == Finding("OK", "0 wait; none failed")
    await post(firm, due_at=now + timedelta(days=3))
    await post(firm, done_at=now)
    await post(firm)
    assert (await look("messages")).text.startswith("1 wait, the oldest for 0 seconds")
    await post(firm, created_at=now - timedelta(minutes=50))
    late = await look("messages")
    assert (late.state, late.text) == ("wanting", "2 wait, the oldest for 50 minutes; none failed")
    await post(firm, failed_at=now)
    assert "1 failed" in (await look("messages")).text


async def test_what_comes_in_is_counted(firm: Firm) -> None:
    await store_update("1", {"update_id": 7, "message": {"chat": {"id": 3}}})
    assert (await look("updates")).text.startswith("1 wait")


async def test_a_backup_is_wanted_until_there_is_a_recent_one(firm: Firm) -> None:
    assert (await look("backup")).state == "wanting"
    now = datetime.now(UTC)
    await hold(LEASE, "me", now, timedelta(minutes=1))
    assert (await look("backup")).text == "none so far"
    await note_done(LEASE, "me", now - timedelta(days=3))
    assert await look("backup") == Finding("OK", "last 3 days ago")
    await note_done(LEASE, "me", now - timedelta(days=30))
    assert (await look("backup")).state == "wanting"


async def test_pages_that_fail_are_wanting_and_slow_ones_are_told(firm: Firm) -> None:
    assert "none was slow" in (await look("pages")).text
    note_page(firm.company_id, "accounts.index", perf_counter() - 2)
    await keep_timings()
    assert (await look("pages")).text.startswith("accounts.index: 1 of 1 slow, longest 20")
    note_page(firm.company_id, "today.show", perf_counter(), failed=True)
    await keep_timings()
    assert (await look("pages")).state == "wanting"
    assert (await look("statements")).state == "OK"


async def test_the_sizes_of_database_and_documents_are_told(firm: Firm) -> None:
    file = {"name": "a.pdf", "media_type": "application/pdf", "size": 3_000_000, "digest": "a" * 64}
    await firm.do("document.attach", file)
    assert "1 documents 3.0 MB" in (await look("size")).text
    assert "database 0.0 MB" not in (await look("size")).text


async def test_a_store_that_cannot_keep_a_file_is_missing(
    sqlite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await look("documents")).state == "OK"
    for url, why in (
        (f"s3://bucket?endpoint=http://127.0.0.1:{free_port()}", "not kept"),
        ((tmp_path / "file").as_uri(), "not kept"),
        ("ftp://x", "begins with"),
    ):
        (tmp_path / "file").touch()
        monkeypatch.setenv("STORE_URL", url)
        settings.cache_clear()
        finding = await look("documents")
        assert (finding.state, why in finding.text) == ("missing", True)


async def test_the_queues_lengths_are_told(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROKER_URL", redis_url)
    settings.cache_clear()
    assert await look("queue") == Finding("OK", "cards 0, imports 0, voices 0")
    monkeypatch.setenv("BROKER_URL", f"redis://127.0.0.1:{free_port()}/0")
    settings.cache_clear()
    assert (await look("queue")).state == "missing"
    settings.cache_clear()
