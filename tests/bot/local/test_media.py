from io import BytesIO

import pytest
from PIL import Image
from telegram import Bot, InputMediaDocument, InputMediaPhoto

from bot.local.person import Person
from tests.bot.local.conftest import Raw
from tests.bot.local.pictures import picture


async def test_a_photo_comes_in_several_sizes_smallest_first(bot: Bot, ana: Person) -> None:
    sent = await bot.send_photo(ana.id, picture(2000, 1000), caption="<b>Tarjeta</b>", parse_mode="HTML")
    assert [(size.width, size.height) for size in sent.photo] == [(90, 45), (320, 160), (800, 400), (1280, 640)]
    assert sent.caption_html == "<b>Tarjeta</b>"
    assert (await ana.hears()).text == "Tarjeta"


async def test_a_small_photo_keeps_its_size(bot: Bot, ana: Person) -> None:
    sent = await bot.send_photo(ana.id, picture(200, 100, "PNG"))
    assert [(size.width, size.height) for size in sent.photo] == [(90, 45), (200, 100)]


async def test_a_photo_is_turned_upright_and_loses_its_exif(bot: Bot, ana: Person) -> None:
    image, buffer = Image.new("RGB", (400, 200)), BytesIO()
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(buffer, "JPEG", exif=exif)
    sent = await bot.send_photo(ana.id, buffer.getvalue())
    kept = Image.open(BytesIO(await (await sent.photo[-1].get_file()).download_as_bytearray()))
    assert kept.size == (200, 400)
    assert not kept.getexif()


async def test_a_document_keeps_its_name_type_and_bytes(bot: Bot, ana: Person) -> None:
    sent = await bot.send_document(ana.id, b"a;b\n1;2\n", filename="Día 1.csv", caption="Datos")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type, sent.caption) == ("Día 1.csv", "text/csv", "Datos")
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"a;b\n1;2\n"


async def test_a_voice_message_has_its_duration(bot: Bot, ana: Person) -> None:
    sent = await bot.send_voice(ana.id, b"OggS", duration=7)
    assert sent.voice is not None
    assert sent.voice.to_dict()["duration"] == 7


async def test_a_kept_file_may_be_sent_again_by_its_id(bot: Bot, ana: Person) -> None:
    photo = await bot.send_photo(ana.id, picture())
    file = await bot.send_document(ana.id, b"x", filename="a.txt")
    assert file.document is not None
    assert (await bot.send_photo(ana.id, photo.photo[-1].file_id)).photo[-1].width == 640
    assert (await bot.send_document(ana.id, file.document.file_id)).document is not None


async def test_an_album_is_one_group_of_messages(bot: Bot, ana: Person) -> None:
    media = [InputMediaPhoto(picture(), caption="Dos"), InputMediaPhoto(picture())]
    sent = await bot.send_media_group(ana.id, media)
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == ["Dos", None]


async def test_documents_may_be_an_album_too(bot: Bot, ana: Person) -> None:
    media = [InputMediaDocument(b"1", filename="1.txt"), InputMediaDocument(b"2", filename="2.txt")]
    sent = await bot.send_media_group(ana.id, media)
    assert [message.document and message.document.file_name for message in sent] == ["1.txt", "2.txt"]


async def test_a_caption_may_have_1024_units(bot: Bot, raw: Raw, ana: Person) -> None:
    photo = (await bot.send_photo(ana.id, picture(), caption="x" * 1024)).photo[0].file_id
    answer = await raw.refused("sendPhoto", chat_id=ana.id, photo=photo, caption="x" * 1025)
    assert answer == "Bad Request: message caption is too long"


@pytest.mark.parametrize(
    ("method", "parameters", "words"),
    [
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "attach://nothing"}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "abc"}, "wrong file identifier/HTTP URL specified"),
        ("sendPhoto", {"photo": "https://ronda.es/a.jpg"}, "failed to get HTTP URL content"),
        ("sendPhoto", {"photo": "abc", "caption": "<b>", "parse_mode": "HTML"}, "can't parse entities: "
         'Can\'t find end tag corresponding to start tag "b"'),
        ("sendDocument", {}, "there is no document in the request"),
        ("sendDocument", {"document": "abc"}, "wrong file identifier/HTTP URL specified"),
        ("sendVoice", {}, "there is no voice in the request"),
        ("sendVoice", {"voice": "abc"}, "wrong file identifier/HTTP URL specified"),
        ("sendMediaGroup", {}, 'parameter "media" is required'),
        ("sendMediaGroup", {"media": "{}"}, "expected an Array of InputMedia"),
        ("sendMediaGroup", {"media": []}, "there are no messages to send"),
        ("sendMediaGroup", {"media": [{"type": "photo"}] * 11}, "too many messages to send as an album"),
        ("sendMediaGroup", {"media": [{"type": "photo"}]}, "can't parse InputMedia: media not found"),
        ("sendMediaGroup", {"media": [{"type": "poll"}]}, "can't parse InputMedia: type \"poll\" is unsupported"),
        ("sendMediaGroup", {"media": [{"type": "photo"}, {"type": "document"}]},
         "document can't be mixed with other media types"),
    ],
)  # fmt: skip
async def test_a_file_is_refused_in_telegrams_words(
    raw: Raw, ana: Person, method: str, parameters: dict[str, object], words: str
) -> None:
    assert await raw.refused(method, chat_id=ana.id, **parameters) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (picture(30, 700), "PHOTO_INVALID_DIMENSIONS"),
        (picture(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (b"", "file must be non-empty"),
    ],
)
async def test_a_bad_photo_is_refused(raw: Raw, bot: Bot, ana: Person, content: bytes, words: str) -> None:
    files, fields = {"photo": ("a.jpg", content)}, {"chat_id": str(ana.id)}
    response = await raw.http.post(f"/bot{bot.token}/sendPhoto", data=fields, files=files)
    assert response.json()["description"] == f"Bad Request: {words}"


async def test_a_photo_is_no_document(raw: Raw, bot: Bot, ana: Person) -> None:
    photo = (await bot.send_photo(ana.id, picture())).photo[0].file_id
    answer = await raw.refused("sendDocument", chat_id=ana.id, document=photo)
    assert answer == "Bad Request: can't use file of type Photo as Document"


async def test_an_unknown_file_is_refused(raw: Raw) -> None:
    assert await raw.refused("getFile", file_id="abc") == "Bad Request: invalid file_id"
    assert await raw.refused("getFile") == "Bad Request: file_id not specified"


async def test_nothing_but_kept_files_can_be_fetched(raw: Raw, bot: Bot) -> None:
    for path in ("photos/none.jpg", "../chat.db", "%2e%2e/chat.db", "/etc/passwd"):
        assert (await raw.http.get(f"/file/bot{bot.token}/{path}")).status_code == 404
