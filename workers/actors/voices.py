"""Spoken messages: listened to by whoever is set to, and what was heard handed to the core, which tells the chat."""

import dramatiq

from core.outbox import OutboxMessage
from core.settings import settings
from core.voice.hearing import Sound, sound_of, voice_was_heard
from core.voice.notes import VoiceState
from workers.actors.carrying_out import carry_out
from workers.queue import broker
from workers.transcribers.errors import TranscriberError, TranscriberRefuses, UnreadableSound
from workers.transcribers.registry import chosen_transcriber

TRIES = 4
"""Fewer than the outbox has: somebody is waiting in the chat."""


@dramatiq.actor(broker=broker, queue_name="voices", max_retries=0, time_limit=120_000)
async def hear_voice(message_id: str, company_id: str) -> None:
    """Listens to the sound of a `voice.hear` message."""
    await carry_out(message_id, company_id, _hear)


async def _hear(message: OutboxMessage) -> None:
    company_id, note_id = message.company_id, str(message.payload["note_id"])
    try:
        sound = await sound_of(company_id, note_id)
        if sound is None:
            return
        state, text, error = await _heard(sound)
    except (TranscriberError, OSError) as failure:
        if message.attempts + 1 < TRIES:
            raise
        state, text, error = VoiceState.FAILED, "", f"{type(failure).__name__}: {failure}"
    await voice_was_heard(company_id, note_id, state, text, error)


async def _heard(sound: Sound) -> tuple[VoiceState, str, str | None]:
    transcriber = chosen_transcriber(settings())
    if transcriber is None:
        return VoiceState.UNHEARD, "", None
    try:
        text = await transcriber.transcribe(sound)
    except UnreadableSound as error:
        return VoiceState.UNREADABLE, "", str(error)
    except TranscriberRefuses as error:
        return VoiceState.FAILED, "", str(error)
    return (VoiceState.HEARD if text else VoiceState.SILENT), text, None
