import asyncio

import pytest
from telegram import Bot, Message, Update
from telegram.error import Conflict, InvalidToken

from bot.local.person import Person
from bot.local.refusals import RefusedError
from bot.local.store import Store
from bot.local.updates import Updates
from tests.bot.local.conftest import Raw, client
from tests.bot.local.pictures import picture


async def fetched(bot: Bot) -> Update:
    """The one update that waits, confirmed."""
    (update,) = await bot.get_updates(timeout=5)
    await bot.get_updates(update.update_id + 1)
    return update


async def message(bot: Bot) -> Message:
    """The one message that waits, confirmed."""
    found = (await fetched(bot)).message
    assert found is not None
    return found


@pytest.fixture
async def eva(chat: str, bot: Bot) -> Person:
    """Somebody who has not written yet."""
    return await Person.arrives(chat, "Eva", "en-GB")


async def test_the_bot_knows_itself(bot: Bot) -> None:
    assert (bot.username, bot.first_name, bot.id, bot.bot.is_bot) == ("ronda_bot", "Ronda", 1000000001, True)
    assert not bot.supports_inline_queries


async def test_another_token_opens_nothing(chat: str, raw: Raw) -> None:
    with pytest.raises(InvalidToken):
        async with client(chat, "1000000001:another"):
            pass
    assert (await raw.call("getMe", token="5:x"))["description"] == "Unauthorized"
    assert (await raw.http.get("/file/bot5:x/a")).status_code == 401


async def test_an_unknown_method_is_refused(raw: Raw) -> None:
    assert await raw.call("sendLove") == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }


async def test_method_names_are_read_in_any_case(raw: Raw) -> None:
    assert (await raw.call("GETME"))["result"]["username"] == "ronda_bot"


async def test_a_text_reaches_the_bot_as_the_phone_sent_it(bot: Bot, eva: Person) -> None:
    async with eva:
        await eva.says(" /start abc_1-2 ")
        message = (await fetched(bot)).message
        assert message is not None
        assert message.from_user is not None
        assert (message.text, message.from_user.language_code) == ("/start abc_1-2", "en-GB")
        assert message.parse_entities(["bot_command"]) == {message.entities[0]: "/start"}


async def test_everything_that_a_person_sends_reaches_the_bot(bot: Bot, eva: Person) -> None:
    async with eva:
        await eva.says("de otro", forwarded_from="Luis")
        forwarded = await message(bot)
        await eva.sends_photo(picture(1600, 900), "tarjeta")
        photo = await message(bot)
        await eva.sends_document(b"x", "a.pdf")
        document = await message(bot)
        await eva.sends_voice(b"OggS", 3)
        voice = await message(bot)
        await eva.shares_location(40.1, -3.2)
        place = await message(bot)
        await eva.shares_contact("+34600111222", "Eva")
        card = await message(bot)
        assert forwarded.forward_origin is not None
        assert forwarded.forward_origin.to_dict()["sender_user_name"] == "Luis"
        assert (photo.photo[-1].width, photo.photo[-1].height, photo.caption) == (1280, 720, "tarjeta")
        assert document.document is not None
        assert document.document.mime_type == "application/pdf"
        assert voice.voice is not None
        assert voice.voice.to_dict()["duration"] == 3
        assert place.location is not None
        assert place.location.latitude == 40.1
        assert card.contact is not None
        assert card.contact.user_id == eva.id


async def test_an_album_reaches_the_bot_as_messages_of_one_group(bot: Bot, eva: Person) -> None:
    async with eva:
        await eva.sends_album([picture(), picture()], "dos")
        messages = [update.message for update in await bot.get_updates()]
        assert [message and message.caption for message in messages] == ["dos", None]
        assert len({message.media_group_id for message in messages if message}) == 1


async def test_an_edit_reaches_the_bot(bot: Bot, eva: Person) -> None:
    async with eva:
        said = await eva.says("Acme")
        await eva.edits(said, "Acme, S. L.")
        first, second = await bot.get_updates()
        assert first.message is not None
        assert second.edited_message is not None
        assert (first.message.text, second.edited_message.text) == ("Acme", "Acme, S. L.")
        assert second.edited_message.message_id == first.message.message_id
        assert second.edited_message.edit_date is not None


async def test_a_reply_of_a_person_says_what_it_answers(bot: Bot, ana: Person) -> None:
    asked = await bot.send_message(ana.id, "¿Cuándo?")
    await ana.says("Mañana", reply_to=asked.message_id)
    message = (await bot.get_updates(-1))[0].message
    assert message is not None
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "¿Cuándo?"


async def test_a_text_longer_than_a_message_arrives_in_pieces(bot: Bot, eva: Person) -> None:
    async with eva:
        await eva.says("😀" * 3000)
        texts = [update.message.text for update in await bot.get_updates() if update.message]
        assert [len(text or "") for text in texts] == [2048, 952]


async def test_an_update_waits_until_a_higher_offset_confirms_it(bot: Bot, eva: Person) -> None:
    async with eva:
        for text in "abc":
            await eva.says(text)
        first = [update.update_id for update in await bot.get_updates(limit=2)]
        again = [update.update_id for update in await bot.get_updates()]
        assert len(first) == 2
        assert again[:2] == first
        assert [update.update_id for update in await bot.get_updates(again[1] + 1)] == again[2:]
        assert [update.update_id for update in await bot.get_updates(again[0])] == again[2:]


async def test_a_negative_offset_forgets_all_but_the_last(bot: Bot, eva: Person) -> None:
    async with eva:
        for text in "abc":
            await eva.says(text)
        last = [update.message.text for update in await bot.get_updates(-1) if update.message]
        assert last == ["c"]
        assert len(await bot.get_updates()) == 1


async def test_a_long_poll_ends_with_the_first_update(bot: Bot, eva: Person) -> None:
    async with eva:
        poll = asyncio.create_task(bot.get_updates(timeout=50))
        await asyncio.sleep(0.05)
        await eva.says("hola")
        (update,) = await asyncio.wait_for(poll, 10)
        assert update.message is not None
        assert update.message.text == "hola"


async def test_a_second_poll_ends_the_first(chat: str, bot: Bot, eva: Person) -> None:
    async with eva, client(chat) as other:
        poll = asyncio.create_task(bot.get_updates(timeout=50))
        while not poll.done():  # until it has begun, there is nothing to end
            assert await other.get_updates() == ()
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            poll.result()


async def test_only_wanted_kinds_of_updates_are_kept(bot: Bot, eva: Person) -> None:
    async with eva:
        await bot.get_updates(allowed_updates=["edited_message"])
        said = await eva.says("uno")
        await eva.edits(said, "dos")
        (update,) = await bot.get_updates()
        assert update.edited_message is not None
        assert (await bot.get_webhook_info()).allowed_updates == ("edited_message",)


async def test_an_update_can_be_delivered_twice(raw: Raw, bot: Bot, eva: Person) -> None:
    async with eva:
        await eva.says("hola")
        update = await fetched(bot)
        assert (await raw.act("/control/updates/repeat", update_id=update.update_id)).is_success
        assert (await bot.get_updates(update.update_id + 1))[0].update_id == update.update_id
        assert await bot.get_updates(update.update_id + 1) == ()
        assert (await raw.act("/control/updates/repeat", update_id=5)).status_code == 404


async def test_the_chat_can_be_asked_for(bot: Bot, raw: Raw, ana: Person) -> None:
    chat = await bot.get_chat(ana.id)
    assert (chat.id, chat.type, chat.first_name) == (ana.id, "private", "Ana")
    assert await raw.refused("getChat", chat_id=5) == "Bad Request: chat not found"


async def test_polls_end_when_the_queue_closes(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = Store(tmp_path_factory.mktemp("store") / "a.db")
    updates = Updates(store)
    poll = asyncio.create_task(updates.poll(0, 100, 50))
    await asyncio.sleep(0)
    updates.close()
    assert await asyncio.wait_for(poll, 5) == []
    updates.add("message", {"text": "later"})
    assert updates.count == 1
    store.close()


def test_a_refusal_knows_its_code() -> None:
    assert (RefusedError(404, "Not Found").code, RefusedError(404, "Not Found").retry_after) == (404, 0)
