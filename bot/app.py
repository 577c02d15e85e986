"""`ronda bot`: the chat's process: stores updates, drains the inbox, sends what the outbox has for chats."""

import asyncio
import logging
import os
import signal
from contextlib import suppress

# How python-telegram-bot is told to give times as timedelta, which will be its only way.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, CallbackQueryHandler, ExtBot, TypeHandler

import core.all_operations  # noqa: F401 - registers what can be done
from bot.arriving import arrive, leave
from bot.context import CONTEXT_TYPES, BotApplication
from bot.conversations import HANDLERS
from bot.failing import explain
from bot.inbox import Drain
from bot.menu import publish_menu
from bot.outbox import Sender
from bot.patience import Patience
from bot.polling import ALLOWED_UPDATES, Poller
from bot.standing_by import Place
from core.customers.world import warm
from core.database import EVERY_COMPANY, close, reading
from core.inbox import this_bot
from core.people.chats import companies_with_chats
from core.settings import Settings, settings
from core.webhook import webhook_secret, webhook_url

log = logging.getLogger(__name__)

SECONDS_TO_FINISH = 5
"""What is at work when the bot is told to end may take so long; what takes longer is done again later."""


def main() -> None:
    """Runs until SIGTERM or SIGINT."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    # Its lines would hold the token, which is part of every address.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    asyncio.run(_run_until_told())


async def run(stop: asyncio.Event) -> None:
    """The bot, from start to end; returns soon after `stop` is set, or when another bot has taken over."""
    stopped = asyncio.create_task(stop.wait())
    work = asyncio.create_task(_work(settings()))
    try:
        await asyncio.wait([stopped, work], return_when=asyncio.FIRST_COMPLETED)
        if work.done():
            work.result()
    finally:
        for task in (stopped, work):
            task.cancel()
        await asyncio.gather(stopped, work, return_exceptions=True)
        await close()


async def _work(here: Settings) -> None:
    """Waits for its turn, then receives, answers and announces until another takes over."""
    place = Place(this_bot(), here)
    await place.taken()
    application = create_application(here)
    drain, sender = Drain(application), Sender(application)
    application.bot_data.wake_outbox = sender.wake
    warming = asyncio.create_task(_warm_up())
    listening = [asyncio.create_task(job) for job in (place.lost(), _receive(application, drain, here))]
    working = [asyncio.create_task(job) for job in (drain.run(), sender.run())]
    try:
        done, _pending = await asyncio.wait([*listening, *working], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        drain.end()
        sender.end()
        await asyncio.wait(working, timeout=SECONDS_TO_FINISH)
        for task in (warming, *listening, *working):
            task.cancel()
        await asyncio.gather(warming, *listening, *working, return_exceptions=True)
        with suppress(TelegramError):
            await application.shutdown()
        await place.left()


def create_application(here: Settings) -> BotApplication:
    """The application with every conversation; it neither fetches updates nor keeps state itself."""
    application: BotApplication = (
        Application.builder()
        .token(here.telegram_bot_token)
        .base_url(f"{here.telegram_api_url}/bot")
        .base_file_url(f"{here.telegram_api_url}/file/bot")
        .context_types(CONTEXT_TYPES)
        .rate_limiter(Patience())
        .updater(None)
        .job_queue(None)
        .connection_pool_size(32)
        .read_timeout(20)
        .write_timeout(20)
        .connect_timeout(10)
        .build()
    )
    application.bot_data.bot = this_bot()
    application.add_handler(TypeHandler(Update, arrive), group=-1)
    for handler in HANDLERS:
        application.add_handler(handler, group=0)
    application.add_handler(CallbackQueryHandler(leave), group=1)
    application.add_error_handler(explain)
    return application


async def _receive(application: BotApplication, drain: Drain, here: Settings) -> None:
    """Says hello to the server as soon as it is there, then polls, or leaves the fetching to the webhook."""
    await _until_there(application)
    bot: ExtBot[int] = application.bot
    await publish_menu(bot, here)
    if (url := webhook_url(here)) is not None:
        await bot.set_webhook(url, secret_token=webhook_secret(here), allowed_updates=ALLOWED_UPDATES)
        log.info("The bot @%s is told of updates at %s", bot.username, url)
        await asyncio.Event().wait()
    await bot.delete_webhook()
    log.info("The bot @%s asks for updates", bot.username)
    await Poller(here.telegram_api_url, here.telegram_bot_token, this_bot(), drain.wake).run()


async def _warm_up() -> None:
    """Learns the names that are spoken of here, so that the first sentence is as quick as the others."""
    async with reading(EVERY_COMPANY) as session:
        companies = await companies_with_chats(session, this_bot())
    for company_id in companies:
        await warm(company_id)


async def _until_there(application: BotApplication) -> None:
    pause = 0.2
    while True:
        try:
            await application.initialize()
        except InvalidToken:
            log.error("The chat server does not know this token: set TELEGRAM_BOT_TOKEN to what @BotFather gave you")  # noqa: TRY400
            pause = 60.0
        except TelegramError as error:
            log.warning("The chat server is not there yet: %s", error)
        else:
            return
        await asyncio.sleep(pause)
        pause = min(pause * 2, 30.0)


async def _run_until_told() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await run(stop)
