import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Message, ReplyKeyboardMarkup
from telegram.error import BadRequest

from bot.local.person import Person
from bot.local.refusals import NOT_MODIFIED
from tests.bot.local.conftest import Raw
from tests.bot.local.pictures import picture

UNDO = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Deshacer", callback_data="undo"))
UNDO_RAW = {"inline_keyboard": [[{"text": "Deshacer", "callback_data": "undo"}]]}


@pytest.fixture
async def said(bot: Bot, ana: Person) -> Message:
    """A message of the bot with a button, which Ana has heard."""
    message = await bot.send_message(ana.id, "<b>Guardado</b>", parse_mode="HTML", reply_markup=UNDO)
    await ana.hears()
    return message


async def test_an_edited_text_is_shown_in_place_and_loses_its_buttons(bot: Bot, ana: Person, said: Message) -> None:
    edited = await said.edit_text("<i>Deshecho</i>", parse_mode="HTML")
    assert isinstance(edited, Message)
    assert (edited.message_id, edited.text_html, edited.reply_markup) == (said.message_id, "<i>Deshecho</i>", None)
    assert edited.edit_date is not None
    heard = await ana.hears()
    assert (heard.is_edited, heard.id, heard.text, heard.buttons) == (True, said.message_id, "Deshecho", [])


@pytest.mark.parametrize("text", ["<b>Guardado</b>", " <b>Guardado</b>\n"])
async def test_an_edit_that_changes_nothing_is_refused(raw: Raw, ana: Person, said: Message, text: str) -> None:
    answer = await raw.refused(
        "editMessageText",
        chat_id=ana.id,
        message_id=said.message_id,
        text=text,
        parse_mode="HTML",
        reply_markup=UNDO_RAW,
    )
    assert answer == f"Bad Request: {NOT_MODIFIED}"


async def test_buttons_are_changed_alone_and_not_twice(bot: Bot, ana: Person, said: Message) -> None:
    changed = await said.edit_reply_markup(None)
    assert isinstance(changed, Message)
    assert (changed.text_html, changed.reply_markup) == ("<b>Guardado</b>", None)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await said.edit_reply_markup(None)


async def test_a_caption_is_changed(bot: Bot, ana: Person) -> None:
    photo = await bot.send_photo(ana.id, picture(), caption="Antes")
    changed = await photo.edit_caption("Después")
    assert isinstance(changed, Message)
    assert changed.caption == "Después"
    assert changed.photo == photo.photo
    assert isinstance(removed := await photo.edit_caption(), Message)
    assert removed.caption is None


async def test_a_picture_is_changed(bot: Bot, ana: Person) -> None:
    photo = await bot.send_photo(ana.id, picture(300, 200), caption="Antes")
    changed = await photo.edit_media(InputMediaPhoto(picture(200, 300), caption="Ahora"))
    assert isinstance(changed, Message)
    assert (changed.photo[-1].height, changed.caption) == (300, "Ahora")


@pytest.mark.parametrize(
    ("method", "parameters", "words"),
    [
        ("editMessageText", {"text": "a", "message_id": 999}, "message to edit not found"),
        ("editMessageText", {"text": "a", "chat_id": 5}, "chat not found"),
        ("editMessageText", {"text": ""}, "message text is empty"),
        ("editMessageText", {"text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        ("editMessageText", {"text": "a", "chat_id": "", "message_id": ""}, "message identifier is not specified"),
        ("editMessageText", {"text": "a", "chat_id": "", "message_id": "", "inline_message_id": "x"},
         "MESSAGE_ID_INVALID"),
        ("editMessageText", {"text": "a", "reply_markup": {"keyboard": [["a"]]}}, "inline keyboard expected"),
        ("editMessageCaption", {"caption": "a"}, "there is no caption in the message to edit"),
        ("editMessageCaption", {"caption": "x" * 1025}, "MEDIA_CAPTION_TOO_LONG"),
        ("editMessageMedia", {}, 'parameter "media" is required'),
        ("editMessageMedia", {"media": "{"}, "can't parse input media JSON object"),
        ("editMessageReplyMarkup", {"reply_markup": UNDO_RAW}, NOT_MODIFIED),
        ("deleteMessage", {"message_id": 999}, "message to delete not found"),
        ("deleteMessage", {"message_id": ""}, "message identifier is not specified"),
        ("deleteMessage", {"chat_id": ""}, "chat identifier is not specified"),
    ],
)  # fmt: skip
async def test_an_edit_is_refused_in_telegrams_words(
    raw: Raw, ana: Person, said: Message, method: str, parameters: dict[str, object], words: str
) -> None:
    named = {"chat_id": ana.id, "message_id": said.message_id} | parameters
    assert await raw.refused(method, **named) == f"Bad Request: {words}"


async def test_a_picture_has_no_text_to_edit(bot: Bot, ana: Person) -> None:
    photo = await bot.send_photo(ana.id, picture())
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("a", ana.id, photo.message_id)


async def test_only_own_messages_without_a_reply_keyboard_can_be_edited(bot: Bot, ana: Person) -> None:
    hers = await ana.says("Hola")
    menu = await bot.send_message(ana.id, "Elige", reply_markup=ReplyKeyboardMarkup([["a"]]))
    for message_id in (hers.id, menu.message_id):
        with pytest.raises(BadRequest, match="Message can't be edited"):
            await bot.edit_message_text("a", ana.id, message_id)


async def test_a_deleted_message_is_gone(bot: Bot, ana: Person, said: Message) -> None:
    assert await said.delete()
    assert said.message_id not in [shown.id for shown in await ana.sees()]


async def test_several_messages_are_deleted_and_missing_ones_passed_over(bot: Bot, ana: Person) -> None:
    sent = [await bot.send_message(ana.id, text) for text in "ab"]
    assert await bot.delete_messages(ana.id, [*[one.message_id for one in sent], 999])
    assert all(not shown.is_of_bot for shown in await ana.sees())


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ("", "message identifiers are not specified"),
        (["a"], "expected an Array of message identifiers"),
        (list(range(1, 102)), "too many message identifiers specified"),
    ],
)
async def test_a_list_of_messages_is_checked(raw: Raw, ana: Person, numbers: object, words: str) -> None:
    assert await raw.refused("deleteMessages", chat_id=ana.id, message_ids=numbers) == f"Bad Request: {words}"


async def test_a_picture_of_an_album_stays_a_picture(raw: Raw, bot: Bot, ana: Person) -> None:
    album = await bot.send_media_group(ana.id, [InputMediaPhoto(picture()), InputMediaPhoto(picture())])
    answer = await raw.refused(
        "editMessageMedia",
        chat_id=ana.id,
        message_id=album[0].message_id,
        media={"type": "document", "media": "x"},
    )
    assert answer == "Bad Request: can't change media type in the album"
