import asyncio

import httpx
import pytest
from telegram import Bot

from bot.local.person import Person
from tests.bot.local.conftest import Raw


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/people", {"first_name": " "}, 400),
        ("/people/5/messages", {"text": "a"}, 404),
        ("/people/{}/messages", {"text": " "}, 400),
        ("/people/{}/edits", {"message_id": 999, "text": "a"}, 400),
        ("/people/{}/edits", {"message_id": "x", "text": "a"}, 400),
        ("/people/{}/callbacks", {"message_id": 999, "data": "a"}, 400),
        ("/people/{}/photos", {}, 400),
        ("/people/{}/voices", {}, 400),
        ("/people/{}/locations", {"latitude": "x"}, 400),
        ("/people/{}/contacts", {}, 400),
    ],
)
async def test_what_a_person_cannot_do_is_refused(
    raw: Raw, ana: Person, path: str, fields: dict[str, object], status: int
) -> None:
    response = await raw.act(path.format(ana.id), **fields)
    assert response.status_code == status
    assert response.json()["error"]


async def test_a_person_cannot_edit_what_the_bot_said(raw: Raw, bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(ana.id, "mío")
    response = await raw.act(f"/people/{ana.id}/edits", message_id=sent.message_id, text="suyo")
    assert response.status_code == 400


async def test_a_place_cannot_be_edited(raw: Raw, ana: Person) -> None:
    place = await ana.shares_location(40.4, -3.7)
    assert (await raw.act(f"/people/{ana.id}/edits", message_id=place.id, text="a")).status_code == 400


async def test_ten_megabytes_of_text_are_refused_at_once(raw: Raw, bot: Bot, ana: Person) -> None:
    text = "ñ" * 5_000_000
    assert (await raw.act(f"/people/{ana.id}/messages", text=text)).status_code == 400
    assert (await raw.http.post(f"/people/{ana.id}/photos", data={"caption": text})).status_code == 400
    assert await raw.refused("sendMessage", chat_id=ana.id, text=text) == "Bad Request: text is too long"
    fields = {"chat_id": str(ana.id), "text": text}
    response = await raw.http.post(f"/bot{bot.token}/sendMessage", data=fields, files={"a": b""})
    assert response.json()["description"] == "Bad Request: can't parse form data"


async def test_the_waiting_and_the_confirmed_updates_can_be_seen(raw: Raw, bot: Bot, ana: Person) -> None:
    (update,) = await bot.get_updates()
    assert [one["update_id"] for one in (await raw.http.get("/control/updates")).json()["waiting"]] == [
        update.update_id
    ]
    await bot.get_updates(update.update_id + 1)
    seen = (await raw.http.get("/control/updates")).json()
    assert (seen["waiting"], [one["update_id"] for one in seen["confirmed"]]) == ([], [update.update_id])


async def test_people_do_not_see_each_others_chats(chat: str, bot: Bot, ana: Person) -> None:
    async with await Person.arrives(chat, "Blas") as blas:
        await bot.send_message(ana.id, "para Ana")
        await ana.hears()
        assert await blas.sees() == []
        assert await blas.unheard() == []


async def test_a_broken_body_is_refused(raw: Raw) -> None:
    for body in ("{", "[]"):
        assert (await raw.http.post("/people", content=body)).status_code == 400


async def test_changes_are_waited_for(raw: Raw, bot: Bot, ana: Person) -> None:
    page = (await raw.http.get(f"/chats/{ana.id}/messages")).json()
    query = {"epoch": page["epoch"], "after": page["last"], "wait": 40}
    waiting = asyncio.create_task(raw.http.get(f"/chats/{ana.id}/changes", params=query, timeout=50))
    await asyncio.sleep(0.05)
    await bot.send_chat_action(ana.id, "typing")
    answer = (await asyncio.wait_for(waiting, 10)).json()
    assert [(one["what"], one["action"]) for one in answer["changes"]] == [("action", "typing")]


async def test_after_a_restart_a_page_is_told_to_read_again(raw: Raw, ana: Person) -> None:
    answer = (await raw.http.get(f"/chats/{ana.id}/changes", params={"epoch": "old", "wait": 40})).json()
    assert answer["changes"] == []
    assert answer["epoch"] != "old"
    assert (await raw.http.get(f"/chats/{ana.id}/changes", params={"after": "x"})).status_code == 400


async def test_a_person_waits_in_vain_for_a_silent_bot(ana: Person) -> None:
    with pytest.raises(TimeoutError, match=r"Ana waited 0\.05 s for the bot to say something"):
        await ana.hears(within=0.05)


async def test_no_other_site_may_act_here(raw: Raw) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}
    assert (await raw.http.post("/people", json={"first_name": "X"}, headers=foreign)).status_code == 403
    opened = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert (await raw.http.get("/ronda_bot", headers=opened)).status_code == 200
    assert (await raw.http.get("/people", headers={"Host": "evil.example"})).status_code == 400


async def test_the_page_runs_no_script_but_its_own(raw: Raw) -> None:
    page = await raw.http.get("/ronda_bot")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("header", "words"), [("en-GB,en", "Who are you?"), ("fr,es;q=0.5", "¿Quién eres?"), ("fr", "¿Quién eres?")]
)
async def test_the_page_speaks_the_browsers_language(chat: str, header: str, words: str) -> None:
    async with httpx.AsyncClient(base_url=chat, follow_redirects=True) as http:
        assert words in (await http.get("/", headers={"Accept-Language": header})).text


async def test_documents_are_downloads_and_unknown_files_are_not_found(raw: Raw, ana: Person) -> None:
    sent = await ana.sends_document(b"<script>alert(1)</script>", "a.html", mime_type="text/html")
    response = await raw.http.get(f"/files/{sent.raw['document']['file_id']}")
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert (await raw.http.get("/files/none")).status_code == 404
