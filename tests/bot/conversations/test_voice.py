"""A voice message: answered at once, its words understood like typed ones, the recording kept with what comes of it."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.local.person import Person, Shown
from core.agenda.models import Activity
from core.database import reading
from core.documents.models import Document
from core.documents.stores import key_of, store
from core.outbox import OutboxMessage
from core.people.chats import unlink
from core.people.sign_in import Purpose, new_ticket
from core.sales.models import Opportunity
from core.voice.hearing import sound_of, voice_was_heard
from core.voice.notes import VoiceNote, VoiceState
from tests.bot.conftest import House

SOUND = b"OggS, what a phone recorded"


async def test_a_voice_message_is_answered_at_once_and_kept(house: House, ana: Person) -> None:
    await ana.sends_voice(SOUND, 12)
    assert "escucho" in (await ana.hears()).text
    await house.settled()
    (note,) = await notes(house)
    async with reading(house.firm.company) as session:
        asked = await session.scalar(select(OutboxMessage).where(OutboxMessage.topic == "voice.hear"))
    assert asked is not None
    assert asked.payload == {"note_id": note.id, "document_id": note.document_id}
    (file,) = await files(house)
    assert await store().get(key_of(house.firm.company, file.digest)) == SOUND
    assert (file.media_type, file.activity_id) == ("audio/ogg", None)


async def test_what_is_said_is_shown_understood_and_saved_with_the_recording(house: House, ana: Person) -> None:
    waiting = await spoken(house, ana, "Llamé a Aceros Vega, quieren precio.")
    quoted, answer = await ana.hears(), await ana.hears()
    assert quoted.id == waiting.id
    assert "Llamé a Aceros Vega, quieren precio." in quoted.text
    assert "Aceros Vega" in answer.text
    assert "grabación" in answer.text
    assert [label.split()[0] for label in answer.labels] == ["↩️", "✏️"]
    (activity,) = await house.activities()
    await belongs_to(house, activity)


async def test_undo_takes_the_entry_back_and_leaves_the_recording_to_its_owner(house: House, ana: Person) -> None:
    await spoken(house, ana, "Llamé a Aceros Vega, quieren precio.")
    await ana.hears_that("grabación")
    await ana.taps("Deshacer")
    assert "Deshecho" in (await ana.hears()).text
    assert await house.activities() == []
    (file,) = await files(house)
    assert (file.activity_id, file.account_id) == (None, None)
    assert file.owner_id == house.firm.ana


async def test_an_edited_entry_keeps_its_recording(house: House, ana: Person) -> None:
    await spoken(house, ana, "Llamé a Aceros Vega, quieren precio.")
    await ana.hears_that("grabación")
    await ana.taps("Editar")
    await ana.hears_that("Escríbelo")
    await ana.says("visité Aceros Vega, quieren precio")
    assert "grabación" in (await ana.hears_that("Corregido")).text
    (activity,) = await house.activities()
    await belongs_to(house, activity)


async def test_a_doubt_in_what_was_said_is_asked_back(house: House, ana: Person) -> None:
    await spoken(house, ana, "He llamado a Vega, quieren precio")
    question = await ana.hears_that(lambda shown: bool(shown.labels))
    assert await house.activities() == []
    await ana.taps("Vega Instalaciones", question)
    await ana.hears_that("grabación")
    (activity,) = await house.activities()
    assert activity.account_id == house.firm.accounts["Vega Instalaciones"]
    await belongs_to(house, activity)


async def test_a_spoken_answer_settles_an_open_question(house: House, ana: Person) -> None:
    await ana.says("He llamado a Vega, quieren precio")
    await ana.hears_that(lambda shown: bool(shown.labels))
    await spoken(house, ana, "Aceros Vega")
    await ana.hears_that("grabación")
    (activity,) = await house.activities()
    assert activity.account_id == house.firm.accounts["Aceros Vega"]


async def test_what_was_said_may_be_a_plan_or_a_move(house: House, ana: Person) -> None:
    await spoken(house, ana, "Visitar Muebles Ortega mañana a las diez")
    await ana.hears_that("grabación")
    (planned,) = await house.activities()
    assert planned.state == "planned"
    await belongs_to(house, planned)
    await spoken(house, ana, "Acme pasa a negociación")
    await ana.hears_that("grabación")
    async with reading(house.firm.company) as session:
        moved = await session.get(Opportunity, (house.firm.opportunities["Modelo B"], house.firm.company))
    assert moved is not None
    assert moved.stage_id == house.firm.stages["negotiation"]
    assert [file.opportunity_id for file in await files(house)][-1] == house.firm.opportunities["Modelo B"]


async def test_a_spoken_question_is_answered_and_nothing_is_saved(house: House, ana: Person) -> None:
    await spoken(house, ana, "¿Qué tengo mañana?")
    await ana.hears_that("mañana")
    assert await house.activities() == []


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (VoiceState.UNHEARD, "nadie puede escucharlo"),
        (VoiceState.SILENT, "no oigo palabras"),
        (VoiceState.UNREADABLE, "no sé abrir"),
        (VoiceState.FAILED, "no he podido escucharlo"),
    ],
)
async def test_what_was_not_heard_is_kept_with_whom_a_tap_tells(
    house: House, ana: Person, state: VoiceState, words: str
) -> None:
    await was_at(house, "Aceros Vega")
    waiting = await spoken(house, ana, "", state)
    question = await ana.hears()
    assert question.id == waiting.id
    assert words in question.text
    await ana.taps("Aceros Vega", question)
    await ana.taps("Visita", await ana.hears())
    assert "grabación" in (await ana.hears()).text
    _, activity = await house.activities()
    assert activity.account_id == house.firm.accounts["Aceros Vega"]
    await belongs_to(house, activity)


async def test_a_recording_that_is_dropped_is_put_away(house: House, ana: Person) -> None:
    await spoken(house, ana, "", VoiceState.UNHEARD)
    await ana.taps("Descartar", await ana.hears())
    await ana.hears_that("apartada")
    (file,) = await files(house)
    assert file.archived_at is not None


async def test_a_sentence_tells_what_was_not_heard(house: House, ana: Person) -> None:
    await spoken(house, ana, "", VoiceState.UNHEARD)
    await ana.hears()
    await ana.says("visité Muebles Ortega, encantados")
    await ana.hears_that("grabación")
    (activity,) = await house.activities()
    assert activity.note == "encantados"
    await belongs_to(house, activity)


async def test_what_was_not_heard_may_belong_to_the_last_entry(house: House, ana: Person) -> None:
    await ana.says("llamé a Frío Norte, todo bien")
    await ana.hears()
    await spoken(house, ana, "", VoiceState.UNHEARD)
    question = await ana.hears()
    await ana.taps("Lo último", question)
    answer = await ana.hears()
    assert "Frío Norte" in answer.text
    (activity,) = await house.activities()
    await belongs_to(house, activity)
    await ana.taps("Deshacer", answer)
    await ana.hears()
    (file,) = await files(house)
    assert file.activity_id is None
    assert len(await house.activities()) == 1


async def test_words_that_name_nobody_become_the_note_of_what_a_tap_tells(house: House, ana: Person) -> None:
    await was_at(house, "Muebles Ortega")
    await spoken(house, ana, "Están contentos con el color pero la tapa no les cierra bien")
    await ana.taps("Muebles Ortega", await ana.hears_that(lambda shown: bool(shown.labels)))
    await ana.taps("Llamada", await ana.hears())
    await ana.hears_that("grabación")
    _, activity = await house.activities()
    assert "no les cierra bien" in activity.note
    await belongs_to(house, activity)


async def test_a_forwarded_recording_is_a_note_and_never_an_entry_of_its_own(house: House, ana: Person) -> None:
    await ana.sends_voice(SOUND, forwarded_from="Pedro")
    await ana.hears()
    await heard(house, "llamé a Acme y les interesa")
    await ana.hears_that(lambda shown: bool(shown.labels))
    assert await house.activities() == []


async def test_what_was_heard_twice_and_came_twice_is_saved_once(house: House, ana: Person) -> None:
    await ana.sends_voice(SOUND)
    await ana.hears()
    await house.settled()
    await house.repeats_last_update()
    await house.settled()
    (note,) = await notes(house)
    for _ in range(2):
        await voice_was_heard(house.firm.company, note.id, VoiceState.HEARD, "Llamé a Aceros Vega, quieren precio.")
    await ana.hears_that("grabación")
    await house.settled()
    assert len(await house.activities()) == 1
    assert len(await files(house)) == 1


async def test_what_is_heard_while_the_bot_is_away_is_understood_when_it_is_back(house: House, ana: Person) -> None:
    await ana.sends_voice(SOUND)
    await ana.hears()
    await house.settled()
    await house.kills_bot()
    await heard(house, "Llamé a Aceros Vega, quieren precio.", settled=False)
    house.starts_bot()
    await ana.hears_that("grabación")
    assert len(await house.activities()) == 1


async def test_what_is_too_long_or_too_large_is_said_and_not_kept(house: House, ana: Person) -> None:
    await ana.sends_voice(SOUND, 301)
    assert "5 minutos" in (await ana.hears()).text
    await ana.sends_document(bytes(20 * 1024 * 1024 + 1), "reunion.mp3", mime_type="audio/mpeg")
    assert "20 MB" in (await ana.hears()).text
    assert await notes(house) == []


async def test_a_sound_sent_as_a_file_is_a_recording_too(house: House, ana: Person) -> None:
    await ana.sends_document(SOUND, "nota.mp3", mime_type="audio/mpeg")
    assert "escucho" in (await ana.hears()).text
    await house.settled()
    (file,) = await files(house)
    assert (file.name, file.media_type) == ("nota.mp3", "audio/mpeg")


async def test_who_listens_is_told_the_names_that_may_be_spoken(house: House, ana: Person) -> None:
    await ana.says("llamé a Frío Norte, todo bien")
    await ana.hears()
    await ana.sends_voice(SOUND)
    await ana.hears()
    await house.settled()
    (note,) = await notes(house)
    sound = await sound_of(house.firm.company, note.id)
    assert sound is not None
    assert (sound.content, sound.language) == (SOUND, "es")
    assert sound.names[0] == "Frío Norte"


async def test_what_somebody_else_said_is_not_for_who_has_the_chat_now(house: House, ana: Person) -> None:
    await ana.sends_voice(SOUND)
    await ana.hears()
    await house.settled()
    (note,) = await notes(house)
    await unlink(house.firm.ana)
    code = await new_ticket(Purpose.CHAT, house.firm.luis, {"company_id": house.firm.company})
    await ana.says(f"/start {code}")
    await ana.hears_that("Luis")
    await voice_was_heard(house.firm.company, note.id, VoiceState.HEARD, "Llamé a Aceros Vega, quieren precio.")
    await house.settled()
    assert await house.activities() == []
    assert not [shown for shown in await ana.unheard() if "Vega" in shown.text]


async def was_at(house: House, name: str) -> None:
    """Ana's last account."""
    await house.firm.do("activity.log", {"type": "visit", "account_id": house.firm.accounts[name]})


async def spoken(house: House, person: Person, text: str, state: VoiceState = VoiceState.HEARD) -> Shown:
    """Sends a voice message that a worker hears as this; gives the message that waits for it."""
    await person.sends_voice(SOUND)
    waiting = await person.hears_that("escucho")
    await heard(house, text, state)
    return waiting


async def heard(house: House, text: str, state: VoiceState = VoiceState.HEARD, *, settled: bool = True) -> None:
    if settled:
        await house.settled()
    note = (await notes(house))[-1]
    await voice_was_heard(house.firm.company, note.id, state, text)


async def belongs_to(house: House, activity: Activity) -> None:
    """The last file is the activity's, seen by whoever sees it."""
    file = (await files(house))[-1]
    assert (file.activity_id, file.account_id, file.unit_id) == (activity.id, activity.account_id, activity.unit_id)


async def notes(house: House) -> list[VoiceNote]:
    return await _all(house, VoiceNote)


async def files(house: House) -> list[Document]:
    return await _all(house, Document)


async def _all(house: House, model: Any) -> list[Any]:
    async with reading(house.firm.company) as session:
        return list(await session.scalars(select(model).order_by(model.created_at)))
