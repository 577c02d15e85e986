"""The chat page in a real browser, with a real bot behind it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from core.settings import LOCAL_TOKEN
from tests.bot.local.pictures import picture
from tests.services import browser_program, require_program

Context = ContextTypes.DEFAULT_TYPE
NASTY = '<img src=x onerror="document.title=1">'


async def start(update: Update, context: Context) -> None:
    assert update.message is not None
    keys = ReplyKeyboardMarkup([["Mi día"]], resize_keyboard=True)
    await update.message.reply_html(f"<b>Hola</b> {' '.join(context.args or [])}", reply_markup=keys)


async def answer(update: Update, context: Context) -> None:
    assert update.effective_message is not None
    buttons = [
        InlineKeyboardButton("Deshacer", callback_data="undo"),
        InlineKeyboardButton("Aviso", callback_data="alert"),
        InlineKeyboardButton("Abrir", url="http://127.0.0.1:9/abrir"),
    ]
    said = update.effective_message.text or f"{len(update.effective_message.photo)} tamaños"
    await update.effective_message.reply_text(f"He leído: {said}", reply_markup=InlineKeyboardMarkup.from_row(buttons))


async def tapped(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("Hecho" if query.data == "undo" else "No se puede", show_alert=query.data == "alert")
    if query.data == "undo":
        await query.edit_message_text("Deshecho")


@pytest.fixture
async def page(chat: str) -> AsyncIterator[Page]:
    """A phone's browser in Spanish, on the chat of a bot that polls; its errors fail the test."""
    application: Application[Any, Any, Any, Any, Any, Any]
    application = Application.builder().token(LOCAL_TOKEN).base_url(f"{chat}/bot").build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(tapped))
    application.add_handler(MessageHandler(filters.ALL, answer))
    program = browser_program() or require_program("chromium")
    async with application, async_playwright() as playwright:
        assert application.updater is not None
        await application.bot.set_my_commands([BotCommand("start", "Empezar")])
        await application.start()
        await application.updater.start_polling(timeout=5)
        flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        browser = await playwright.chromium.launch(executable_path=program, args=flags)
        page = await browser.new_page(base_url=chat, locale="es-ES", viewport={"width": 360, "height": 740})
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        yield page
        await browser.close()
        await application.updater.stop()
        await application.stop()
        assert errors == []


async def enter(page: Page, address: str, name: str) -> None:
    await page.goto(address)
    await page.get_by_label("Nombre").fill(name)
    await page.get_by_role("button", name="Entrar").click()
    await page.get_by_role("button", name="Iniciar").click()


async def say(page: Page, text: str) -> None:
    await page.get_by_label("Mensaje").fill(text)
    await page.get_by_label("Mensaje").press("Enter")


async def test_a_person_chats_on_the_page(page: Page) -> None:
    shown = page.locator(".message:not(.mine)")
    await enter(page, "/ronda_bot?start=abc-1", "Lucía")
    await expect(shown.last).to_contain_text("Hola abc-1")
    await expect(shown.last.locator("strong")).to_have_text("Hola")

    await say(page, NASTY)
    await expect(shown.last).to_contain_text(f"He leído: {NASTY}")
    await expect(page.locator(".content img")).to_have_count(0)

    await expect(page.get_by_role("link", name="Abrir")).to_have_attribute("href", "http://127.0.0.1:9/abrir")
    await page.get_by_role("button", name="Aviso").click()
    await expect(page.get_by_role("dialog")).to_contain_text("No se puede")
    await page.get_by_role("button", name="Cerrar").click()
    await page.get_by_role("button", name="Deshacer").click()
    await expect(page.locator("[data-toast]")).to_have_text("Hecho")
    await expect(shown.last).to_contain_text("Deshecho")

    await page.get_by_role("button", name="Mi día").click()
    await expect(shown.last).to_contain_text("He leído: Mi día")

    await page.get_by_role("button", name="Adjuntar").click()
    photo: Any = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture(1600, 900)}
    await page.locator("[data-upload=photos]").set_input_files([photo, photo])
    await page.get_by_role("button", name="Enviar").click()
    await expect(page.locator(".mine .picture")).to_have_count(2)
    await expect(shown.last).to_contain_text("4 tamaños")

    await say(page, "una")
    await expect(shown.last).to_contain_text("He leído: una")
    await page.get_by_label("Mensaje").press("ArrowUp")
    await say(page, "otra")
    await expect(page.locator(".mine").last).to_contain_text("otra")
    await expect(page.locator(".mine").last).to_contain_text("editado")
    await expect(shown.last).to_contain_text("He leído: otra")

    await page.reload()
    await expect(page.locator(".mine").last).to_contain_text("otra")


async def test_several_people_share_the_page_and_not_the_chat(page: Page) -> None:
    await enter(page, "/ronda_bot", "Lucía")
    await say(page, "soy Lucía")
    await expect(page.locator(".message:not(.mine)").last).to_contain_text("soy Lucía")

    await page.get_by_role("combobox", name="Quién eres", exact=True).select_option(label="+ Otra persona")
    await page.get_by_label("Nombre").fill("Blas")
    await page.get_by_role("button", name="Entrar").click()
    await expect(page.get_by_text("Todavía no hay mensajes.")).to_be_visible()

    await page.get_by_role("combobox", name="Quién eres", exact=True).select_option(label="Lucía")
    await expect(page.locator(".mine").last).to_contain_text("soy Lucía")


async def test_the_page_does_not_scroll_sideways(page: Page) -> None:
    await enter(page, "/ronda_bot", "Lucía")
    await say(page, "https://ronda.es/" + "x" * 300)
    await expect(page.locator(".message:not(.mine)").last).to_contain_text("He leído: https")
    for width in (320, 360, 1280):
        await page.set_viewport_size({"width": width, "height": 740})
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert await page.locator("[data-messages]").evaluate("box => box.scrollWidth <= box.clientWidth")
