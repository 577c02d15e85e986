import pytest
from telegram import Bot, MessageEntity, ReplyParameters
from telegram.error import BadRequest, Forbidden

from bot.local.person import Person
from tests.bot.local.conftest import Raw


async def test_a_sent_message_is_shown_to_the_person_and_returned_to_the_bot(bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(ana.id, "<b>Hola</b> 😀 <i>Ana</i>", parse_mode="HTML")
    assert sent.parse_entities() == {sent.entities[0]: "Hola", sent.entities[1]: "Ana"}
    assert sent.from_user == bot.bot
    assert (sent.chat.id, sent.chat.type, sent.chat.first_name) == (ana.id, "private", "Ana")
    heard = await ana.hears()
    assert (heard.id, heard.text, heard.marked("italic")) == (sent.message_id, "Hola 😀 Ana", ["Ana"])


async def test_entities_may_be_given_instead_of_html(bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(ana.id, "Hola Ana", entities=[MessageEntity("bold", 5, 3)])
    assert sent.text_html == "Hola <b>Ana</b>"


@pytest.mark.parametrize("text", ["x" * 4096, "😀" * 2048, f"<b>{'&amp;' * 4096}</b>"])
async def test_a_text_may_have_4096_units_after_its_entities_are_read(bot: Bot, ana: Person, text: str) -> None:
    await bot.send_message(ana.id, text, parse_mode="HTML")


@pytest.mark.parametrize("text", ["x" * 4097, "😀" * 2049])
async def test_a_longer_text_is_refused(raw: Raw, ana: Person, text: str) -> None:
    assert await raw.refused("sendMessage", chat_id=ana.id, text=text) == "Bad Request: message is too long"


async def test_a_text_over_32_kilobytes_is_refused_before_it_is_read(raw: Raw, ana: Person) -> None:
    assert await raw.refused("sendMessage", chat_id=ana.id, text="x" * 33_000) == "Bad Request: text is too long"


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        (
            {"text": "a<br>b", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "br" at byte offset 1',
        ),
        ({"text": "*a*", "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
        ({"text": "a", "entities": "["}, "can't parse entities JSON object"),
        ({"text": "a", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"text": "a", "reply_parameters": []}, "object expected as reply parameters"),
        ({"text": "a", "texto": "b"}, 'parameter "texto" is unknown'),
    ],
)
async def test_a_message_is_refused_in_telegrams_words(
    raw: Raw, ana: Person, parameters: dict[str, object], words: str
) -> None:
    assert await raw.refused("sendMessage", chat_id=ana.id, **parameters) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("chat_id", "words"), [("", "chat_id is empty"), (5, "chat not found"), ("@nadie", "chat not found")]
)
async def test_a_message_needs_a_chat_that_the_bot_knows(raw: Raw, ana: Person, chat_id: object, words: str) -> None:
    assert await raw.refused("sendMessage", chat_id=chat_id, text="a") == f"Bad Request: {words}"


async def test_the_bot_cannot_write_to_whom_never_wrote_to_it(chat: str, bot: Bot) -> None:
    async with await Person.arrives(chat, "Blas") as blas:
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(blas.id, "Hola")


async def test_who_has_blocked_the_bot_hears_nothing_until_they_write_again(bot: Bot, ana: Person) -> None:
    await ana.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ana.id, "Hola")
    await ana.says("¿Sigues ahí?")
    await bot.send_message(ana.id, "Hola")
    assert (await ana.hears()).text == "Hola"


async def test_a_reply_shows_what_it_answers(bot: Bot, ana: Person) -> None:
    asked = await ana.says("¿Qué hora es?")
    sent = await bot.send_message(ana.id, "Las diez", reply_parameters=ReplyParameters(asked.id))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "¿Qué hora es?"


async def test_a_reply_to_nothing_may_be_sent_without(bot: Bot, ana: Person) -> None:
    lost = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(ana.id, "Sí", reply_parameters=lost)).reply_to_message is None


async def test_places_and_cards_are_sent(bot: Bot, ana: Person) -> None:
    place = await bot.send_location(ana.id, 40.4, -3.7)
    venue = await bot.send_venue(ana.id, 40.4, -3.7, "Acme", "Gran Vía 1")
    card = await bot.send_contact(ana.id, "+34600111222", "Luis", last_name="Gil")
    assert place.location is not None
    assert venue.venue is not None
    assert card.contact is not None
    assert (place.location.latitude, venue.venue.title, card.contact.last_name) == (40.4, "Acme", "Gil")


@pytest.mark.parametrize(
    ("method", "parameters", "words"),
    [
        ("sendLocation", {"longitude": 1}, "latitude is empty"),
        ("sendLocation", {"latitude": 91, "longitude": 1}, "wrong latitude or longitude specified"),
        ("sendVenue", {"latitude": 1, "longitude": 1, "address": "a"}, 'parameter "title" is required'),
        ("sendContact", {"phone_number": "12", "first_name": "a"}, "PHONE_NUMBER_INVALID"),
    ],
)
async def test_a_place_or_card_is_refused_in_telegrams_words(
    raw: Raw, ana: Person, method: str, parameters: dict[str, object], words: str
) -> None:
    assert await raw.refused(method, chat_id=ana.id, **parameters) == f"Bad Request: {words}"


async def test_parameters_may_come_in_any_of_four_ways(raw: Raw, ana: Person, bot: Bot) -> None:
    path, fields = f"/bot{bot.token}/sendMessage", {"chat_id": str(ana.id), "text": "hola"}
    ways = [
        await raw.http.get(path, params=fields),
        await raw.http.post(path, json=fields),
        await raw.http.post(path, data=fields),
        await raw.http.post(path, data=fields, files={"unused": b""} | {}),
    ]
    assert [way.json()["ok"] for way in ways] == [True, True, True, False]
    assert ways[3].json()["description"] == 'Bad Request: parameter "unused" is unknown'


@pytest.mark.parametrize(("body", "words"), [("[1]", "JSON object expected"), ("{", "can't parse JSON object")])
async def test_a_broken_body_is_refused(raw: Raw, bot: Bot, body: str, words: str) -> None:
    headers = {"Content-Type": "application/json"}
    response = await raw.http.post(f"/bot{bot.token}/getMe", content=body, headers=headers)
    assert response.json()["description"] == f"Bad Request: {words}"
