"""A new opportunity from the chat: with whom? what do they want? – both often told in one message."""

from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import views
from bot.answers import takes
from bot.context import BotContext
from bot.conversations.guided import recent_accounts
from bot.identity import full, short
from bot.keyboards import Button, cut, keyboard, stacked
from bot.links import open_button
from core.agenda.sentences import NEW, NONE
from core.chat_state import State
from core.customers.queries import accounts_by_id
from core.customers.world import world_of
from core.errors import NotFound
from core.policy import Permission, require
from core.sales.queries import opportunities
from core.search import search
from core.understanding.amounts import Money
from core.understanding.new_opportunities import NewOpportunity, opportunity_told, sale_described

_SHOWN = 6


def new_button(context: BotContext, account_id: str = "") -> list[Button]:
    """The button that begins one, where the person may make any; with this account, if one is named."""
    if not context.viewer.may(Permission.OPPORTUNITY_EDIT):
        return []
    return [Button("➕ " + context.translate("New opportunity"), f"y:{short(account_id) if account_id else ''}")]


async def begin(update: Update, context: BotContext) -> None:
    """The button was tapped."""
    require(context.viewer, Permission.OPPORTUNITY_EDIT)
    account = context.matches[0].group(1)  # type: ignore[index]
    # Each tap is one of its own, and stays one when the update is done again.
    question = _question(account=full(account) if account else None)
    await _go_on(context, str(update.update_id), question)


async def make_as_told(context: BotContext, text: str) -> bool:
    """Makes the opportunity that the words ask for, or asks what they leave out; False where they ask for none."""
    told = await told_in(context, text)
    if told is None:
        return False
    require(context.viewer, Permission.OPPORTUNITY_EDIT)
    question = _question(
        account=told.account.id if told.account else None,
        contact=told.contact.id if told.contact else None,
        title=told.title,
        **_as_amount(told.amount),
    )
    key = str(context.message.message_id)
    if told.accounts or told.new_account:
        await _ask_which(context, key, question, told)
    else:
        await _go_on(context, key, question)
    return True


async def told_in(context: BotContext, text: str) -> NewOpportunity | None:
    """The opportunity that the words ask to be made; None where they ask for none."""
    async with context.reading() as session:
        world = await world_of(session, context.viewer)
    return opportunity_told(text, world, context.now, context.language)


async def choose(update: Update, context: BotContext) -> None:
    """A tap on an account."""
    key, choice = context.matches[0].groups()  # type: ignore[index]
    question, _ = context.question(key), context.translate
    if question is None or question["kind"] != "sale":
        await context.answer_tap(_("That is settled already."))
    elif choice == "x":
        context.settle(key)
        await context.show(_("Dropped. Nothing was saved."))
    else:
        await _go_on(context, key, question | {"account": question["choices"][int(choice)]})


@takes("sale")
async def take_words(context: BotContext, key: str, question: State, text: str) -> None:
    """The account's name, or what they want."""
    if question["account"] is None:
        await _look_for(context, key, question, text)
        return
    async with context.reading() as session:
        world = await world_of(session, context.viewer)
    title, amount = sale_described(text, world, context.now, context.language)
    await _go_on(context, key, question | {"title": title or question["title"], **_as_amount(amount)})


async def _go_on(context: BotContext, key: str, question: State) -> None:
    """To the next question, or to what is saved."""
    _ = context.translate
    if question["account"] is None:
        text = "📈 " + _("With which account? Tap, or write the name.")
        await _ask(context, key, question, text, [*await recent_accounts(context), (NONE, _("Without account"))])
    elif not question["title"]:
        text = await _heading(context, question["account"])
        text += _("What do they want? Write it with its amount: “10 pumps, 12,000 €”.")
        await _ask(context, key, question | {"takes_anything": True}, text, [])
    else:
        await _save(context, key, question)


async def _heading(context: BotContext, account: str) -> str:
    """Whose it will be. Raises `NotFound` for an account that the person may not see."""
    if account == NONE:
        return "📈 "
    if account.startswith(NEW):
        return f"📈 {views.bold(account.removeprefix(NEW))}\n"
    async with context.reading() as session:
        found = await accounts_by_id(session, context.viewer, [account])
    if not found:
        raise NotFound
    return f"📈 {views.bold(found[0]['name'])}\n"


async def _look_for(context: BotContext, key: str, question: State, name: str) -> None:
    async with context.reading() as session:
        found = await search(session, context.viewer, name, ("account",), _SHOWN)
    if len(found) == 1:
        await _go_on(context, key, question | {"account": found[0].id})
        return
    choices = [(one.id, f"{one.title} · {one.detail}" if one.detail else one.title) for one in found]
    await _ask_about_name(context, key, question, name, choices)


async def _ask_which(context: BotContext, key: str, question: State, told: NewOpportunity) -> None:
    """Between those that the words may mean, or whether to make the one that nobody knows."""
    choices = [(one.id, one.name) for one in told.accounts[:_SHOWN]]
    if told.new_account:
        await _ask_about_name(context, key, question, told.new_account, choices)
    else:
        text = "📈 " + context.translate("With which account? Tap, or write the name.")
        await _ask(context, key, question, text, choices)


async def _ask_about_name(
    context: BotContext, key: str, question: State, name: str, choices: list[tuple[str, str]]
) -> None:
    _ = context.translate
    known = _("Which of them?") if choices else _("I do not know {name}.", {"name": views.bold(cut(name, 60))})
    choices = [
        *choices,
        (NEW + cut(name, 200), "➕ " + _("Create “{name}”", {"name": cut(name, 24)})),
        (NONE, _("Without account")),
    ]
    await _ask(context, key, question, "📈 " + known, choices)


async def _ask(context: BotContext, key: str, question: State, text: str, choices: list[tuple[str, str]]) -> None:
    buttons = [Button(label, f"y:{key}:{place}") for place, (_value, label) in enumerate(choices)]
    rows = keyboard(*stacked(buttons), [Button("✖️ " + context.translate("Drop it"), f"y:{key}:x")])
    before = question["shown"]
    shown = await (context.turn_into(before, text, rows) if before else context.show(text, rows))
    context.ask(key, question | {"choices": [value for value, _label in choices], "shown": shown})


async def _save(context: BotContext, key: str, question: State) -> None:
    account = question["account"]
    about = {"new_account": account.removeprefix(NEW)} if account.startswith(NEW) else {}
    if account != NONE and not about:
        about = {"account_id": account}
    payload = {name: question[name] for name in ("title", "amount", "currency") if question[name]} | about
    if question["contact"] and account != NONE:
        payload["contact_id"] = question["contact"]
    outcome = await context.perform("opportunity.create", payload, "sale", key)
    context.settle(key)
    async with context.reading() as session:
        found = await opportunities(session, context.viewer, ids=[outcome.result["id"]])
    text = views.opportunity(found[0], context.translate, context.today) if found else "📈"
    undo = Button("↩️ " + context.translate("Undo"), f"u:{short(outcome.operation_id)}")
    rows = keyboard([undo, open_button("opportunity", outcome.result["id"], context)])
    shown = question["shown"]
    await (context.turn_into(shown, text, rows) if shown else context.show(text, rows))


def _question(**known: Any) -> State:
    """Where it begins: what is known of the account, the contact, the title and the amount."""
    empty: State = {"kind": "sale", "account": None, "contact": None, "title": "", "amount": None, "currency": None}
    return empty | {"shown": None, "choices": []} | known


def _as_amount(amount: Money | None) -> dict[str, Any]:
    return {"amount": int(amount.value * 100), "currency": amount.currency} if amount else {}


HANDLERS = [
    CallbackQueryHandler(begin, pattern=r"^y:([\w-]{22})?$"),
    CallbackQueryHandler(choose, pattern=r"^y:(\d+):(x|\d+)$"),
]
