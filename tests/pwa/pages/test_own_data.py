"""The copy of one's own data: everything that is one's own, nothing that is not, and never all of it in memory."""

import io
import json
import os
import tracemalloc
from typing import Any
from zipfile import ZipFile

import httpx
import pytest

from core.documents.service import keep_bytes
from core.documents.stores import key_of, store
from core.local_time import now_in
from core.people.own_data import own_data
from core.people.second_factor import confirm, enrol
from core.people.sign_in import give_password
from pwa.zip_stream import zipped
from tests.builders.cast import Firm
from tests.builders.wishes import REACHED
from tests.pwa.visitors import Visitors

MEGABYTE = 1024 * 1024


async def test_everything_that_is_one_s_own_is_in_it(firm: Firm, visitors: Visitors) -> None:
    account = await firm.account(name="Talleres Núñez", **REACHED)
    contact = await firm.contact(name="Laura Pérez", account_id=account, emails=[{"address": "laura@x.example"}])
    opportunity = await firm.opportunity(account_id=account)
    await firm.do("activity.log", {"type": "call", "note": "They want a price", "account_id": account})
    document = await _document(firm, b"%PDF-offer", "../offer ñ.pdf", account)
    archive = _opened(await _download(await visitors.of(firm)))
    assert {one["name"] for one in _json(archive, "accounts.json")} == {"Talleres Núñez"}
    [stored] = _json(archive, "accounts.json")
    assert [phone["number"] for phone in stored["phones"]] == ["+34976123456", "+34600123456"]
    assert stored["addresses"][0]["city"] == "Zaragoza"
    [person] = _json(archive, "contacts.json")
    assert (person["id"], person["emails"][0]["address"]) == (contact, "laura@x.example")
    assert [one["id"] for one in _json(archive, "opportunities.json")] == [opportunity]
    assert [one["note"] for one in _json(archive, "activities.json")] == ["They want a price"]
    assert archive.read(f"documents/{document}-.._offer ñ.pdf") == b"%PDF-offer"
    assert {one["verb"] for one in _json(archive, "history.json")} >= {"account.create", "activity.log"}
    you = _json(archive, "you.json")
    assert (you["email"], you["company"]["name"], len(you["devices"])) == ("rep@ebro.example", "Ebro", 1)


async def test_nothing_of_others_is_in_it_and_nothing_of_another_company(
    firm: Firm, rival: Firm, visitors: Visitors
) -> None:
    await firm.account(by="mate", name="Of the mate")
    await firm.account(by="manager", name="Of the manager")
    given_away = await firm.account(name="Given away")
    await firm.do("account.assign", {"id": given_away, "owner_id": firm.people["mate"]}, "manager")
    await rival.do("member.invite", {"email": "rep@ebro.example", "name": "Rep", "role": "rep"}, "admin")
    elsewhere = await rival.do("account.create", {"name": "Elsewhere"}, firm.people["rep"])
    for who in ("rep", "reader"):
        archive = _opened(await _download(await visitors.of(firm, who)))
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
        for word in ("Of the mate", "Of the manager", "Given away", "Elsewhere", elsewhere["id"], rival.company_id):
            assert word not in everything, (who, word)


async def test_no_secret_is_in_it(firm: Firm, visitors: Visitors) -> None:
    import pyotp
    from sqlalchemy import select

    from core.database import EVERY_COMPANY, reading
    from core.people.credentials import RecoveryCode, SecondFactor
    from core.people.models import User, UserSession

    rep = firm.people["rep"]
    await give_password([rep], "a short sentence")
    await enrol(rep)
    async with reading(EVERY_COMPANY) as session:
        secret = await session.scalar(select(SecondFactor.secret).where(SecondFactor.user_id == rep))
    assert secret
    codes = await confirm(rep, pyotp.TOTP(secret).now())
    archive = _opened(await _download(await visitors.of(firm)))
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    async with reading(EVERY_COMPANY) as session:
        kept = [
            *await session.scalars(select(User.password_hash).where(User.id == rep)),
            *await session.scalars(select(RecoveryCode.digest)),
            *await session.scalars(select(UserSession.digest)),
        ]
    assert not [one for one in [secret, *codes, *kept] if str(one) in everything]
    assert _json(archive, "you.json")["second_factor"]["is_on"] is True


async def test_more_than_a_page_of_records_is_whole(
    firm: Firm, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.people.own_data.PAGE", 3)
    for number in range(8):
        await firm.account(name=f"Account {number}")
    archive = _opened(await _download(await visitors.of(firm)))
    names = [one["name"] for one in _json(archive, "accounts.json")]
    assert sorted(names) == [f"Account {number}" for number in range(8)]
    assert len(_json(archive, "history.json")) >= 8


async def test_a_file_that_the_store_has_lost_is_named_and_the_rest_is_there(firm: Firm, visitors: Visitors) -> None:
    document = await _document(firm, b"gone", "gone.pdf")
    digest = _json(_opened(await _download(await visitors.of(firm))), "documents.json")[0]["digest"]
    await store().delete(key_of(firm.company_id, digest))
    archive = _opened(await _download(await visitors.of(firm)))
    assert _json(archive, "documents/missing.json") == [{"id": document, "name": "gone.pdf"}]


async def test_it_is_sent_while_it_is_made_with_one_file_in_memory_at_a_time(firm: Firm) -> None:
    for number in range(8):
        await _document(firm, os.urandom(2 * MEGABYTE), f"{number}.bin")
    viewer, largest, total = await firm.viewer(), 0, 0
    now = now_in(viewer.timezone)
    tracemalloc.start()
    try:
        async for piece in zipped(own_data(viewer), now):
            largest, total = max(largest, len(piece)), total + len(piece)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert total > 16 * MEGABYTE
    assert largest < MEGABYTE
    assert peak < 8 * MEGABYTE


async def test_it_is_a_download_that_nobody_keeps_and_that_is_not_asked_for_all_the_time(
    firm: Firm, visitors: Visitors
) -> None:
    browser = await visitors.of(firm)
    answers = [await browser.post("/own-data") for _ in range(7)]
    assert [one.status_code for one in answers] == [200] * 6 + [429]
    assert answers[0].headers["content-type"] == "application/zip"
    assert answers[0].headers["content-disposition"].startswith('attachment; filename="ronda-20')
    assert answers[0].headers["cache-control"] == "private, no-store"
    assert "Too many tries" in answers[-1].text
    assert (await browser.get("/own-data")).status_code == 405


async def _download(browser: httpx.AsyncClient) -> bytes:
    answer = await browser.post("/own-data")
    assert answer.status_code == 200
    return answer.content


async def _document(firm: Firm, content: bytes, name: str, account: str | None = None) -> str:
    digest, size = await keep_bytes(firm.company_id, content)
    file = {"name": name, "media_type": "application/pdf", "size": size, "digest": digest, "account_id": account}
    return str((await firm.do("document.attach", file))["id"])


def _opened(content: bytes) -> ZipFile:
    archive = ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    return archive


def _json(archive: ZipFile, name: str) -> Any:
    return json.loads(archive.read(name))
