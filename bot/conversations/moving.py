"""/opp: own open opportunities or a search, one of them, its stages as buttons, the reason where one is needed."""

from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot import views
from bot.answers import takes
from bot.context import BotContext
from bot.conversations.new_opportunity import new_button
from bot.identity import full, short
from bot.keyboards import Button, in_fitting_rows, in_rows, keyboard
from bot.links import open_button
from bot.saved import after_saving
from core.chat_state import State
from core.errors import NotFound
from core.sales.queries import opportunities, pipelines
from core.sales.usual_reasons import usual_reasons
from core.search import search
from core.standard_names import stage_name

SHOWN = 8
_NEEDS_REASON = ("lost", "postponed")


async def opp(update: Update, context: BotContext) -> None:
    """/opp, /opp words"""
    await show_opportunities(context, " ".join(context.args or ()))


async def show_opportunities(context: BotContext, words: str) -> None:
    """The person's own open ones, the latest moved first; or those that the words find."""
    _, viewer = context.translate, context.viewer
    async with context.reading() as session:
        if words:
            hits = await search(session, viewer, words, ("opportunity",), SHOWN)
            found = await opportunities(session, viewer, ids=[hit.id for hit in hits], limit=SHOWN)
        else:
            found = await opportunities(session, viewer, owner_id=viewer.user_id, only_open=True, limit=SHOWN + 1)
    if len(found) == 1:
        await show_opportunity(context, found[0])
        return
    if not found:
        await context.show(
            _("I find no opportunity with “{words}”.", {"words": views.plain(words, 60)})
            if words
            else _("You have no open opportunity."),
            keyboard(new_button(context)),
        )
        return
    more = len(found) > SHOWN
    lines = [views.opportunity_line(view, place, _) for place, view in enumerate(found[:SHOWN], 1)]
    if more:
        lines.append(_("More: /opp and a word of the title or the customer."))
    numbers = [Button(str(place), f"m:{short(view['id'])}") for place, view in enumerate(found[:SHOWN], 1)]
    await context.show("\n".join(lines), keyboard(*in_rows(numbers, 4), new_button(context)))


async def pick(update: Update, context: BotContext) -> None:
    """One of the list."""
    await show_opportunity(context, await _one(context, full(context.matches[0].group(1))))  # type: ignore[index]


async def show_opportunity(context: BotContext, view: dict[str, Any]) -> None:
    """One opportunity with the stages that it may go to."""
    _ = context.translate
    text = views.opportunity(view, _, context.today)
    await context.show(
        text, keyboard(*await _stage_buttons(context, view), [open_button("opportunity", view["id"], context)])
    )


async def move(update: Update, context: BotContext) -> None:
    """A stage was tapped."""
    opportunity, stage, revision = context.matches[0].groups()  # type: ignore[index]
    view = await _one(context, full(opportunity))
    _, target = context.translate, await _stage(context, view, full(stage))
    if target["outcome"] in _NEEDS_REASON:
        await _ask_reason(context, view, target, revision)
        return
    await _move(context, view["id"], target["id"], revision, None)


async def choose_reason(update: Update, context: BotContext) -> None:
    """A reason was tapped."""
    key, choice = context.matches[0].groups()  # type: ignore[index]
    question, _ = context.question(f"m{key}"), context.translate
    if question is None:
        await context.answer_tap(_("That is settled already."))
        return
    context.settle(f"m{key}")
    if choice == "x":
        await show_opportunity(context, await _one(context, question["opportunity"]))
        return
    reason = question["reasons"][int(choice)]
    await _move(context, question["opportunity"], question["stage"], question["revision"], reason)


@takes("reason", anything=True)
async def take_reason(context: BotContext, key: str, question: State, text: str) -> None:
    """The reason in own words."""
    context.settle(key)
    payload = {"id": question["opportunity"], "stage_id": question["stage"], "reason": text[:300]}
    outcome = await context.perform("opportunity.move", payload, f"reason:{question['revision']}")
    view = await _one(context, question["opportunity"])
    text = views.opportunity(view, context.translate, context.today)
    await context.turn_into(question["shown"], text, after_saving(outcome, context.translate, is_editable=False))


async def _ask_reason(context: BotContext, view: dict[str, Any], target: dict[str, Any], revision: str) -> None:
    _, key = context.translate, context.message.message_id
    async with context.reading() as session:
        usual = await usual_reasons(session, context.viewer, _, context.now)
    reasons = usual[target["outcome"]]
    buttons = [Button(reason, f"mr:{key}:{place}") for place, reason in enumerate(reasons)]
    name = stage_name(target["key"], target["name"], _)
    text = _(
        "{title} → {stage}\nWhy? Tap, or write it.", {"title": views.bold(view["title"]), "stage": views.plain(name)}
    )
    shown = await context.show(text, keyboard(*in_fitting_rows(buttons), [Button("✖️ " + _("Leave it"), f"mr:{key}:x")]))
    question = {
        "kind": "reason",
        "opportunity": view["id"],
        "stage": target["id"],
        "revision": revision,
        "reasons": reasons,
        "shown": shown,
    }
    context.ask(f"m{key}", question)


async def _move(context: BotContext, opportunity: str, stage: str, revision: str, reason: str | None) -> None:
    payload = {"id": opportunity, "stage_id": stage, "reason": reason}
    outcome = await context.perform("opportunity.move", payload, f"move:{opportunity}:{stage}:{revision}")
    view = await _one(context, opportunity)
    text = views.opportunity(view, context.translate, context.today)
    await context.show(text, after_saving(outcome, context.translate, is_editable=False))


async def _one(context: BotContext, opportunity_id: str) -> dict[str, Any]:
    async with context.reading() as session:
        found = await opportunities(session, context.viewer, ids=[opportunity_id])
    if not found:
        raise NotFound
    return found[0]


async def _stage(context: BotContext, view: dict[str, Any], stage_id: str) -> dict[str, Any]:
    for stage in await _stages(context, view):
        if stage["id"] == stage_id:
            return stage
    raise NotFound


async def _stages(context: BotContext, view: dict[str, Any]) -> list[dict[str, Any]]:
    async with context.reading() as session:
        every = await pipelines(session)
    return next((one["stages"] for one in every if one["id"] == view["pipeline_id"]), [])


async def _stage_buttons(context: BotContext, view: dict[str, Any]) -> list[list[Button]]:
    """The stages of its pipeline but its own; the revision makes a later tap on the same stage another move."""
    _ = context.translate
    buttons = [
        Button(
            f"{views.OUTCOME_ICONS[stage['outcome']] if stage['outcome'] != 'open' else '→'} "
            + stage_name(stage["key"], stage["name"], _),
            f"m:{short(view['id'])}:{short(stage['id'])}:{view['revision']}",
        )
        for stage in await _stages(context, view)
        if stage["id"] != view["stage_id"]
    ]
    return in_rows(buttons, 2)


HANDLERS = [
    CommandHandler("opp", opp),
    CallbackQueryHandler(pick, pattern=r"^m:([\w-]{22})$"),
    CallbackQueryHandler(move, pattern=r"^m:([\w-]{22}):([\w-]{22}):(\d+)$"),
    CallbackQueryHandler(choose_reason, pattern=r"^mr:(\d+):(x|\d)$"),
]
