"""A voice message: an answer at once, the sound kept and heard elsewhere; its words then go the way of typed ones."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from telegram import Message, Update
from telegram.error import BadRequest
from telegram.ext import MessageHandler, filters

from bot.context import BotContext
from bot.conversations.recorded import begin_with_files
from bot.conversations.saying import LONGEST, take_text
from bot.views import plain
from core.documents.service import keep_bytes
from core.i18n import N_
from core.voice.hearing import HEARD
from core.voice.notes import VoiceNote, VoiceState, note_of
from core.voice.receiving import LARGEST, LONGEST_SECONDS

_QUOTED = 700
_WHY = {
    VoiceState.UNHEARD: N_("🎙 Kept. Nobody here can listen to it, so tell me a word about it."),
    VoiceState.SILENT: N_("🎙 Kept, but I hear no words in it."),
    VoiceState.UNREADABLE: N_("🎙 Kept, but I cannot open this kind of recording."),
    VoiceState.FAILED: N_("🎙 Kept, but I could not listen to it just now."),
}


@dataclass(frozen=True, slots=True)
class _Recording:
    """A sound in a message, whichever of Telegram's kinds it came as."""

    file_id: str
    name: str
    media_type: str
    seconds: int
    size: int


async def take_voice(update: Update, context: BotContext) -> None:
    """Answers, keeps the sound, has it heard. The waiting message becomes what was heard (see `take_heard`)."""
    _, recording = context.translate, _recording_in(context.message)
    if recording.seconds > LONGEST_SECONDS:
        await context.say(_(
            "🎙 That is longer than {n} minutes; I did not keep it. Say the essence in a shorter one, please.",
            {"n": LONGEST_SECONDS // 60},
        ))  # fmt: skip
        return
    if recording.size > LARGEST:
        await context.say(_("🎙 That recording is larger than 20 MB; I did not keep it. Send a shorter one, please."))
        return
    waiting = await context.say(_("🎙 One moment, I am listening…"))
    file = await context.bot.get_file(recording.file_id)
    content = bytes(await file.download_as_bytearray())
    digest, size = await keep_bytes(context.viewer.company_id, content)
    outcome = await context.perform(
        "voice.receive",
        {
            "id": str(UUID(context.operation_id("voice-note"))),
            "document": {"name": recording.name, "media_type": recording.media_type, "size": size, "digest": digest},
            "said_at": context.message.date.isoformat(),
            "is_own": context.message.forward_origin is None,
            "bot": context.bot_data.bot,
            "chat_id": context.chat_id,
            "said_in": context.message.message_id,
            "shown_in": waiting.message_id,
            "phone_language": context.state.get("language"),
        },
        "voice",
    )
    if outcome.repeated:
        # After a restart: the first waiting message is the one that becomes the result.
        await _delete(context, waiting.message_id)


async def take_heard(update: Update, context: BotContext) -> None:
    """Somebody has listened, or cannot: the words are understood, else a tap tells where the sound belongs."""
    note = await _own_note(context)
    if note is None or note.shown_in is None:
        return
    _, files = context.translate, [note.document_id]
    if note.state != VoiceState.HEARD:
        await begin_with_files(context, _(_WHY[VoiceState(note.state)]), "", files, note.shown_in)
        return
    await context.turn_into(note.shown_in, f"🎙 <i>“{plain(note.text, _QUOTED)}”</i>")
    if note.is_own and len(note.text) <= LONGEST:
        await take_text(context, note.text, files)
    else:
        await begin_with_files(context, "", note.text, files)


async def _own_note(context: BotContext) -> VoiceNote | None:
    """The note that the update speaks of; None where the chat has become somebody else's meanwhile."""
    async with context.reading() as session:
        note = await note_of(session, str(context.message.api_kwargs[HEARD]))
    return note if note is not None and note.user_id == context.viewer.user_id else None


def _recording_in(message: Message) -> _Recording:
    """The message's sound. Raises `ValueError` for a message without one."""
    number = message.message_id
    if (voice := message.voice) is not None:
        kind = _plain_type(voice.mime_type, "audio/ogg")
        return _Recording(voice.file_id, f"voice-{number}.ogg", kind, _seconds(voice.duration), voice.file_size or 0)
    if (note := message.video_note) is not None:
        size = note.file_size or 0
        return _Recording(note.file_id, f"video-{number}.mp4", "video/mp4", _seconds(note.duration), size)
    file = message.audio or message.document
    if file is None:
        raise ValueError("there is no sound in this message")
    name = " ".join((file.file_name or f"audio-{number}").split())[:200]
    seconds = _seconds(message.audio.duration) if message.audio else 0
    return _Recording(file.file_id, name, _plain_type(file.mime_type, "audio/mpeg"), seconds, file.file_size or 0)


def _seconds(duration: int | timedelta) -> int:
    return int(duration.total_seconds()) if isinstance(duration, timedelta) else duration


def _plain_type(media_type: str | None, otherwise: str) -> str:
    """`audio/webm` of `audio/webm;codecs=opus`."""
    return (media_type or "").partition(";")[0].strip() or otherwise


async def _delete(context: BotContext, message_id: int) -> None:
    try:
        await context.bot.delete_message(context.chat_id, message_id)
    except BadRequest:
        return


class _SomethingHeard(filters.MessageFilter):
    """An update of our own (see `core.voice.hearing`): a message of the person's that was listened to."""

    def filter(self, message: Message) -> bool:
        return HEARD in message.api_kwargs


_SOUND = filters.VOICE | filters.AUDIO | filters.VIDEO_NOTE | filters.Document.AUDIO
HANDLERS = [
    MessageHandler(_SomethingHeard(), take_heard),
    MessageHandler(_SOUND & filters.UpdateType.MESSAGE, take_voice),
]
