"""A whole bot made with the library's Application, talking to people through the local chat."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.local.person import Answered, Person
from core.settings import LOCAL_TOKEN
from tests.bot.local.pictures import picture

Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context) -> None:
    assert update.message is not None
    await update.message.reply_html(f"<b>Hola</b> {' '.join(context.args or [])}")


async def repeat(update: Update, context: Context) -> None:
    assert update.message is not None
    undo = InlineKeyboardButton("Deshacer", callback_data="undo")
    await update.message.reply_text(update.message.text or "", reply_markup=InlineKeyboardMarkup.from_button(undo))


async def undo(update: Update, context: Context) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("Hecho")
    await update.callback_query.edit_message_text("Deshecho")


async def measure(update: Update, context: Context) -> None:
    assert update.message is not None
    file = await update.message.photo[-1].get_file()
    content = await file.download_as_bytearray()
    await update.message.reply_photo(bytes(content), caption=f"{len(content)} bytes")


@pytest.fixture
async def application(chat: str) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    """The bot, polling."""
    builder = Application.builder().token(LOCAL_TOKEN).base_url(f"{chat}/bot").base_file_url(f"{chat}/file/bot")
    application = builder.build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(undo, "undo"))
    application.add_handler(MessageHandler(filters.PHOTO, measure))
    application.add_handler(MessageHandler(filters.TEXT, repeat))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(timeout=5)
        yield application
        await application.updater.stop()
        await application.stop()


@pytest.mark.usefixtures("application")
async def test_a_bot_and_a_person_talk(chat: str) -> None:
    async with await Person.arrives(chat) as ana:
        await ana.says("/start abc123")
        assert (await ana.hears()).text == "Hola abc123"

        await ana.says("llamé a Núñez 📞")
        saved = await ana.hears_that("Núñez")
        assert saved.labels == ["Deshacer"]

        assert await ana.taps("Deshacer", saved) == Answered("Hecho")
        undone = await ana.hears()
        assert (undone.id, undone.text, undone.is_edited) == (saved.id, "Deshecho", True)

        photo = await ana.sends_photo(picture())
        assert (await ana.hears_that("bytes")).text == f"{photo.raw['photo'][-1]['file_size']} bytes"
        assert (await ana.last()).raw["photo"]


@pytest.mark.usefixtures("application")
async def test_two_people_talk_to_the_bot_apart(chat: str) -> None:
    async with await Person.arrives(chat, "Ana") as ana, await Person.arrives(chat, "Blas") as blas:
        await ana.says("soy Ana")
        await blas.says("soy Blas")
        assert (await ana.hears()).text == "soy Ana"
        assert (await blas.hears()).text == "soy Blas"
