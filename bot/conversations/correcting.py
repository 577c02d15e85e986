"""A correction in words: "no, it was with Marta" replaces what it names in the last entry."""

from datetime import date, datetime
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot.context import BotContext
from bot.keyboards import Button, keyboard, stacked
from bot.mending import mend
from bot.saved import after_saving, another_of, describe, entry_buttons
from core.agenda.fulfilling import completion, is_still_told
from core.agenda.meant_operation import moment_of
from core.chat_state import State
from core.customers.world import world_of
from core.local_time import now_in
from core.understanding.corrections import in_place_of
from core.understanding.dates import When, WhenWords
from core.understanding.meaning import Understanding
from core.understanding.world import Contact

_SHOWN = 6
_EMPTY_TIME = {"day": None, "starts_at": None}
_ENTRIES = ("activity.log", "activity.plan", "activity.complete")


async def correct_last(context: BotContext, meaning: Understanding) -> None:
    """ "No, it was with Marta": what is named replaces what was saved last; asks where it may be one of several."""
    _, key = context.translate, context.state.get("last")
    before = context.remembered(key) if key else None
    if key is None or before is None or before["name"] not in _ENTRIES:
        await context.say(_("There is no entry of yours here that I could correct."))
    elif changes := _changes(context, meaning, before):
        await _correct(context, key, before, changes)
    elif meaning.contact_candidates or meaning.account_candidates:
        await _ask_which(context, key, meaning)
    else:
        entry = await describe(context, before["name"], before["result"])
        how = _("I do not know what to correct in this. Tap Edit and write it as it should be.")
        await context.say(f"{entry}\n\n{how}", entry_buttons(before["operation"], _, another=another_of(before)))


async def choose(update: Update, context: BotContext) -> None:
    """One of those that it may have been with was tapped."""
    key, choice = context.matches[0].groups()  # type: ignore[index]
    question, _ = context.question(f"c{key}"), context.translate
    before = context.remembered(question["of"]) if question else None
    if question is None or before is None:
        await context.answer_tap(_("That is settled already."))
        return
    context.settle(f"c{key}")
    if choice == "x":
        await context.show(_("Left as it is."))
        return
    async with context.reading() as session:
        world = await world_of(session, context.viewer)
    about, record_id = question["choices"][int(choice)]
    if about == "contact_id" and (people := world.contacts([record_id])):
        changes = _with_contact(people[0], before)
    else:
        changes = {about: record_id, "new_account": None}
    await _correct(context, question["of"], before, changes)


async def _ask_which(context: BotContext, key: str, meaning: Understanding) -> None:
    people = [("contact_id", one.id, one.name) for one in meaning.contact_candidates]
    firms = [("account_id", one.id, one.name) for one in meaning.account_candidates]
    found = (people or firms)[:_SHOWN]
    _, number = context.translate, context.message.message_id
    buttons = [Button(name, f"b:{number}:{place}") for place, (_about, _id, name) in enumerate(found)]
    rows = keyboard(*stacked(buttons), [Button("✖️ " + _("Leave it as it is"), f"b:{number}:x")])
    shown = await context.show(_("Who was it?") if people else _("With which account?"), rows)
    choices = [[about, record_id] for about, record_id, _name in found]
    context.ask(f"c{number}", {"kind": "correction", "of": key, "choices": choices, "shown": shown})
    context.state.pop("asked")  # its answer is a tap, never words


async def _correct(context: BotContext, key: str, before: State, changes: dict[str, Any]) -> None:
    """What the entry logs or plans, with the changes; what was planned is completed by it while it still is that."""
    payload, planned, name = before["payload"] | changes, before.get("planned"), before["name"]
    if planned and not is_still_told(planned["type"], planned["account_id"], payload, payload["type"]):
        planned, name = None, "activity.log"
    wish = completion(payload, planned["id"]) if planned else payload
    outcome = await mend(context, before, name, wish, "correct")
    entry = before | {"operation": outcome.operation_id, "name": name, "payload": payload, "planned": planned}
    text = "✏️ " + context.translate("Corrected.") + "\n" + await describe(context, name, outcome.result)
    await context.show(text, after_saving(outcome, context.translate, another=another_of(entry)))
    context.remember(key, entry | {"result": outcome.result})


def _changes(context: BotContext, meaning: Understanding, before: State) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if meaning.kind:
        changes["type"] = meaning.kind.value
    if meaning.account:
        changes |= {"account_id": meaning.account.id, "new_account": None}
    if person := meaning.contact or _the_one_there(meaning, before):
        changes |= {"contact_id": person.id} if meaning.account else _with_contact(person, before)
    if meaning.minutes:
        changes["minutes"] = meaning.minutes
    if meaning.time:
        changes |= _with_time(context, meaning.time, before)
    return changes


def _with_time(context: BotContext, time: WhenWords, before: State) -> dict[str, Any]:
    """The entry's own time, or, where it is followed up and the words do not say that it is past, that of the next."""
    payload, now = before["payload"], now_in(context.viewer.timezone)
    step = payload.get("next")
    if step and time.is_future is not False:
        when = in_place_of(_time_of(step, before, now), time, now, is_future=True)
        return {"next": step | _EMPTY_TIME | moment_of(when.iso(), context.viewer.timezone)} if when else {}
    is_planned = before["name"] == "activity.plan"
    when = in_place_of(_time_of(payload, before, now), time, now, is_future=is_planned)
    return _EMPTY_TIME | moment_of(when.iso(), context.viewer.timezone) if when else {}


def _time_of(told: State, before: State, now: datetime) -> When:
    """The time that an entry or a step has; what says none was when it was written."""
    if told.get("starts_at"):
        moment = datetime.fromisoformat(told["starts_at"]).astimezone(now.tzinfo)
        return When(moment.date(), moment.time())
    if told.get("day"):
        return When(date.fromisoformat(told["day"]))
    return When(datetime.fromisoformat(before["at"]).astimezone(now.tzinfo).date())


def _the_one_there(meaning: Understanding, before: State) -> Contact | None:
    """Of several of one name the one who is at the entry's account."""
    account = before["payload"].get("account_id")
    there = [one for one in meaning.contact_candidates if account in one.account_ids]
    return there[0] if len(there) == 1 else None


def _with_contact(person: Contact, before: State) -> dict[str, Any]:
    """The person, and his or her account where the entry's is not theirs."""
    homes = person.account_ids
    moves = bool(homes) and before["payload"].get("account_id") not in homes
    return {"contact_id": person.id} | ({"account_id": homes[0], "new_account": None} if moves else {})


HANDLERS = [CallbackQueryHandler(choose, pattern=r"^b:(\d+):(x|\d+)$")]
