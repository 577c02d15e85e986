"""`@ronda_bot acme` in any chat: what its linked user would find, to be sent there; for anybody else nothing."""

import logging
from typing import Any

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import InlineQueryHandler

from bot import views
from bot.context import BotContext
from bot.conversations.linking import HOW_TO_LINK
from bot.identity import short
from core.customers.queries import accounts_by_id, contacts_by_id
from core.sales.queries import opportunities
from core.search import Found, search

log = logging.getLogger(__name__)

MOST = 20
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def offer(update: Update, context: BotContext) -> None:
    """Answers at once: Telegram waits ten seconds. Nothing is remembered, by Telegram neither."""
    results: list[InlineQueryResultArticle] = []
    button = None
    if context.who is None:
        button = InlineQueryResultsButton(context.translate("Link your chat first"), start_parameter=HOW_TO_LINK)
    elif words := _words(update):
        async with context.reading() as session:
            found = await search(session, context.viewer, words, limit=MOST)
            texts = await _texts(session, context, found)
        results = [_article(one, texts[one.id]) for one in found if one.id in texts]
    if update.inline_query is None:
        return
    try:
        await update.inline_query.answer(results, cache_time=0, is_personal=True, button=button)
    except BadRequest as too_late:
        log.info("An inline query could not be answered: %s", too_late)


def _words(update: Update) -> str:
    return update.inline_query.query.strip() if update.inline_query else ""


def _article(found: Found, text: str) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        f"{found.kind[0]}:{short(found.id)}",
        f"{views.KIND_ICONS[found.kind]} {found.title}",
        InputTextMessageContent(text, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW),
        description=found.detail or None,
    )


async def _texts(session: Any, context: BotContext, found: list[Found]) -> dict[str, str]:
    """What is sent when one is chosen, by id: how to reach whom; of an opportunity its name and whose, never money."""
    ids: dict[str, list[str]] = {kind: [one.id for one in found if one.kind == kind] for kind in views.KIND_ICONS}
    texts: dict[str, str] = {}
    for kind, read in (("account", accounts_by_id), ("contact", contacts_by_id)):
        if ids[kind]:
            texts |= {one["id"]: _reached(kind, one) for one in await read(session, context.viewer, ids[kind])}
    if ids["opportunity"]:
        for sale in await opportunities(session, context.viewer, ids=ids["opportunity"]):
            account = [f"🏢 {views.plain(sale['account'], 60)}"] if sale["account"] else []
            texts[sale["id"]] = "\n".join([f"📈 {views.bold(sale['title'])}", *account])
    return texts


def _reached(kind: str, record: dict[str, Any]) -> str:
    lines = [f"{views.KIND_ICONS[kind]} {views.bold(record['name'])}"]
    if kind == "contact":
        if record["job_title"]:
            lines[0] += f" · {views.plain(record['job_title'], 60)}"
        lines += [f"🏢 {views.plain(place['name'], 60)}" for place in record["accounts"][:1]]
    towns = [place["city"] for place in record["addresses"] if place["city"]]
    lines += [f"📍 {views.plain(town, 60)}" for town in towns[:1]]
    lines += [f"☎️ {views.number_of(phone)}" for phone in record["phones"][:2]]
    lines += [f"✉️ {views.plain(email['address'], 80)}" for email in record["emails"][:1]]
    return "\n".join(lines)


HANDLERS = [InlineQueryHandler(offer)]
