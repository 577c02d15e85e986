"""What survives when the chat is stopped and started again on the same folder, and when it is killed."""

import subprocess
import sys
from pathlib import Path

import httpx

from bot.local.person import Person
from bot.local.running import running_chat
from core.settings import LOCAL_TOKEN
from tests.bot.local.conftest import client
from tests.bot.local.pictures import picture

KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.local.person import Person
from bot.local.running import running_chat

async def main():
    async with running_chat(Path(sys.argv[1])) as url:
        person = await Person.arrives(url, "Ana")
        for number in range(5):
            await person.says(f"mensaje {number}")
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_a_restart_keeps_people_messages_files_and_undelivered_updates(tmp_path: Path) -> None:
    async with running_chat(tmp_path) as url, client(url) as bot, await Person.arrives(url, "Ana") as ana:
        await ana.says("/start")
        await ana.says("segundo")
        first, second = await bot.get_updates()
        await bot.get_updates(second.update_id)
        photo = await bot.send_photo(ana.id, picture(), caption="foto")
    async with running_chat(tmp_path) as url, client(url) as bot, httpx.AsyncClient(base_url=url) as http:
        assert [person["first_name"] for person in (await http.get("/people")).json()] == ["Ana"]
        assert [update.update_id for update in await bot.get_updates()] == [second.update_id]
        assert first.update_id < second.update_id
        again = await bot.send_message(ana.id, "sigo aquí")
        assert again.message_id > photo.message_id
        file = await bot.get_file(photo.photo[-1].file_id)
        assert len(await file.download_as_bytearray()) == photo.photo[-1].file_size
        texts = [one.get("text") for one in (await http.get(f"/chats/{ana.id}/messages")).json()["messages"]]
        assert texts == ["/start", "segundo", None, "sigo aquí"]


async def test_a_tap_before_a_restart_can_be_answered_after_it(tmp_path: Path) -> None:
    markup = {"inline_keyboard": [[{"text": "Sí", "callback_data": "si"}]]}
    async with running_chat(tmp_path) as url, await Person.arrives(url) as ana:
        await ana.says("hola")
        async with httpx.AsyncClient(base_url=f"{url}/bot{LOCAL_TOKEN}") as http:
            await http.post("/sendMessage", json={"chat_id": ana.id, "text": "¿?", "reply_markup": markup})
        query = await ana.touches("Sí")
    async with running_chat(tmp_path) as url, client(url) as bot:
        assert (await bot.get_updates(-1))[0].callback_query is not None
        assert await bot.answer_callback_query(query)


async def test_a_killed_chat_loses_no_update_that_it_has_taken(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path], cwd=Path.cwd(), check=False)
    assert killed.returncode == -9
    async with running_chat(tmp_path) as url, client(url) as bot:
        texts = [update.message.text for update in await bot.get_updates() if update.message]
    assert texts == [f"mensaje {number}" for number in range(5)]
