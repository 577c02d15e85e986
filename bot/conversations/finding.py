"""/find: accounts, contacts, opportunities; the phone to tap, the way there, what was last and what is next."""

from collections.abc import Sequence
from html import escape
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot import views
from bot.answers import takes
from bot.context import BotContext
from bot.conversations.moving import show_opportunity
from bot.conversations.new_opportunity import new_button
from bot.identity import full, short
from bot.keyboards import Button, cut, keyboard, stacked
from bot.links import open_button
from bot.moments import say_when
from core.agenda.queries import timeline
from core.chat_state import State
from core.customers.places import directions_to
from core.customers.queries import accounts_by_id, contacts_by_id, contacts_of
from core.errors import NotFound
from core.sales.queries import opportunities
from core.search import Found, search

SHOWN = 8
_LETTERS = {"account": "a", "contact": "c", "opportunity": "o"}


async def find(update: Update, context: BotContext) -> None:
    """/find, /find words"""
    _, words = context.translate, " ".join(context.args or ())
    if words:
        await look_for(context, words)
        return
    key = context.message.message_id
    shown = await context.show(_("🔎 Whom or what? A name, a phone, a town."))
    context.ask(key, {"kind": "find", "shown": shown})


@takes("find")
async def take_words(context: BotContext, key: str, question: State, text: str) -> None:
    """What to look for, after a bare /find."""
    context.settle(key)
    await look_for(context, text)


async def look_for(context: BotContext, words: str) -> None:
    """Searches and shows."""
    async with context.reading() as session:
        found = await search(session, context.viewer, words, limit=SHOWN)
    if found:
        await show_found(context, words, found)
        return
    _ = context.translate
    await context.show(_("I find nothing with “{words}”.", {"words": views.plain(words, 60)}))


async def show_found(context: BotContext, words: str, found: Sequence[Found]) -> None:
    """The one that was found, or all of them as buttons."""
    if len(found) == 1:
        await _show(context, _LETTERS[found[0].kind], found[0].id)
        return
    _ = context.translate
    buttons = [
        Button(
            f"{views.KIND_ICONS[one.kind]} {one.title}" + (f" · {one.detail}" if one.detail else ""),
            f"f:{_LETTERS[one.kind]}:{short(one.id)}",
        )
        for one in found[:SHOWN]
    ]
    await context.show(_("🔎 “{words}”:", {"words": views.plain(words, 60)}), keyboard(*stacked(buttons)))


async def show_one(update: Update, context: BotContext) -> None:
    """One of what was found."""
    letter, short_id = context.matches[0].groups()  # type: ignore[index]
    await _show(context, letter, full(short_id))


async def _show(context: BotContext, letter: str, record_id: str) -> None:
    if letter == "a":
        await show_account(context, record_id)
    elif letter == "c":
        await show_contact(context, record_id)
    else:
        async with context.reading() as session:
            found = await opportunities(session, context.viewer, ids=[record_id])
        if not found:
            raise NotFound
        await show_opportunity(context, found[0])


async def show_account(context: BotContext, account_id: str) -> None:
    """An account: where it is, how to reach it, its people, what is open, what was last."""
    viewer, _ = context.viewer, context.translate
    async with context.reading() as session:
        accounts = await accounts_by_id(session, viewer, [account_id])
        people = await contacts_of(session, viewer, account_id, limit=4)
        sales = await opportunities(session, viewer, account_id=account_id, only_open=True, limit=2)
        past = await timeline(session, viewer, account_id, limit=1)
    if not accounts:
        raise NotFound
    account = accounts[0]
    place = next((one for one in account["addresses"] if one["city"] or one["street"]), None)
    lines = [f"🏢 {views.bold(account['name'])}" + (f" · {views.plain(place['city'])}" if place else "")]
    lines += [f"☎️ {reached}" for reached in [_reached(account)] if reached]
    if people:
        lines.append("👤 " + ", ".join(_person(person) for person in people[:3]))
    lines += [f"📈 {_sale(context, sale)}" for sale in sales[:1]]
    if past:
        when = say_when(past[0]["day"], None, context.today, _)
        note = f": {views.plain(past[0]['note'], 80)}" if past[0]["note"] else ""
        lines.append(f"{views.icon_of(past[0]['type'])} {when}{note}")
    log = [
        Button("📞 " + _("Log a call"), f"w:call:{short(account_id)}"),
        Button("🚗 " + _("Log a visit"), f"w:visit:{short(account_id)}"),
    ]
    sell = new_button(context, account_id)
    contacts = [[Button(f"👤 {cut(person['name'], 18)}", f"f:c:{short(person['id'])}") for person in people[:3]]]
    await context.show("\n".join(lines), keyboard(log, *contacts, sell, _ways(context, "account", account_id, place)))


async def show_contact(context: BotContext, contact_id: str) -> None:
    """A contact: the person's place, phones, e-mails."""
    async with context.reading() as session:
        contacts = await contacts_by_id(session, context.viewer, [contact_id])
    if not contacts:
        raise NotFound
    contact = contacts[0]
    title = f" · {views.plain(contact['job_title'], 60)}" if contact["job_title"] else ""
    lines = [f"👤 {views.bold(contact['name'])}{title}"]
    lines += [f"🏢 {views.plain(place['name'], 60)}" for place in contact["accounts"][:1]]
    lines += [f"☎️ {views.number_of(phone)}" for phone in contact["phones"][:2]]
    lines += [f"✉️ {escape(email['address'], quote=False)}" for email in contact["emails"][:1]]
    firms = [Button(f"🏢 {cut(place['name'], 30)}", f"f:a:{short(place['id'])}") for place in contact["accounts"][:1]]
    place = next((one for one in contact["addresses"] if one["city"] or one["street"]), None)
    await context.show("\n".join(lines), keyboard(firms, _ways(context, "contact", contact_id, place)))


def _reached(view: dict[str, Any]) -> str:
    """Phone and e-mail on one line."""
    phones = [views.number_of(phone) for phone in view["phones"][:1]]
    emails = [escape(email["address"], quote=False) for email in view["emails"][:1]]
    return " · ".join([*phones, *emails])


def _person(person: dict[str, Any]) -> str:
    phone = f" {views.number_of(person['phones'][0])}" if person["phones"] else ""
    return views.plain(person["name"], 40) + phone


def _sale(context: BotContext, sale: dict[str, Any]) -> str:
    amount = views.money(sale["amount"], sale["currency"], context.translate)
    return f"{views.plain(sale['title'], 60)} · {amount}"


def _ways(context: BotContext, kind: str, record_id: str, place: dict[str, Any] | None) -> list[Button]:
    _ = context.translate
    url = directions_to(place) if place else None
    way = [Button("🧭 " + _("The way there"), url=url)] if url else []
    return [*way, open_button(kind, record_id, context)]


HANDLERS = [
    CommandHandler("find", find),
    CallbackQueryHandler(show_one, pattern=r"^f:([aco]):([\w-]{22})$"),
]
