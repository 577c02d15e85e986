"""What a read card asks in the chat: who it is, what is in doubt, what a known contact takes from it."""

from html import escape
from typing import Any

from telegram import InlineKeyboardMarkup

from bot import views
from bot.identity import short
from bot.keyboards import Button, cut, keyboard, stacked
from core.customers.card_contact import name_on
from core.customers.card_doubts import as_decided, open_doubts
from core.customers.card_view import field_name
from core.customers.places import shown_number
from core.customers.readings import CardQuestion, CardReading
from core.i18n import Translator

Message = tuple[str, InlineKeyboardMarkup | None]
Rows = list[list[Button]]


def question(card: CardReading, _: Translator, country: str) -> Message:
    """The reading's question, under what was read, with a button for each answer."""
    key, read = short(card.id), as_decided(card.card or {}, card.answers.get("doubts") or {}, country)
    ask, rows = {
        CardQuestion.NAME: _ask_name,
        CardQuestion.DOUBTS: _ask_doubts,
        CardQuestion.CONTACT: _ask_contact,
        CardQuestion.UPDATE: _ask_update,
        CardQuestion.ACCOUNT: _ask_account,
    }[CardQuestion(card.question or "")](card, key, read, _, country)
    drop = [Button("✖️ " + _("Drop it"), f"c:{key}:x")]
    return f"{_as_read(read, _, country)}\n{ask}", keyboard(*rows, drop)


def shown_value(field: str, value: str, country: str) -> str:
    """A doubtful value as people read it."""
    return shown_number(value, country) if field == "phones" else value


def _ask_name(card: CardReading, key: str, read: dict[str, Any], _: Translator, country: str) -> tuple[str, Rows]:
    write = [Button("✏️ " + _("Write the name"), f"c:{key}:w")]
    return _("I could not read the name. Whose card is it?"), [write]


def _ask_doubts(card: CardReading, key: str, read: dict[str, Any], _: Translator, country: str) -> tuple[str, Rows]:
    doubts = open_doubts(card.card or {}, card.answers.get("doubts") or {})
    lines = [_doubt_line(doubt, _, country) for _place, doubt in doubts]
    is_read = any(doubt["value"] for _place, doubt in doubts)
    yes = _("Yes, that is right") if is_read else _("Go on without it")
    rows = [[Button("✅ " + yes, f"c:{key}:y")]]
    for place, doubt in doubts:
        field = doubt["field"]
        rows += [
            [Button("➡️ " + shown_value(field, other, country), f"c:{key}:a{place}.{number}")]
            for number, other in enumerate(doubt["others"][:3])
        ]
        mend = [Button("✏️ " + field_name(doubt["field"], _), f"c:{key}:w{place}")]
        leave = [Button("🗑 " + _("Leave it out"), f"c:{key}:z{place}")] if field != "name" and doubt["value"] else []
        rows.append([*mend, *leave])
    ask = _("Is that right?") if is_read else _("Look at the card, please.")
    return "\n".join([*lines, ask]), rows


def _doubt_line(doubt: dict[str, Any], _: Translator, country: str) -> str:
    label = field_name(doubt["field"], _)
    if not doubt["value"]:
        return "⚠️ " + _("{field}: there is one that I could not read", {"field": label})
    return f"⚠️ {label}: {views.bold(shown_value(doubt['field'], doubt['value'], country))}"


def _ask_contact(card: CardReading, key: str, read: dict[str, Any], _: Translator, country: str) -> tuple[str, Rows]:
    return _("Somebody like this is here already."), [
        *stacked(_candidates(card, key)),
        [Button("➕ " + _("New contact"), f"c:{key}:n")],
    ]


def _ask_account(card: CardReading, key: str, read: dict[str, Any], _: Translator, country: str) -> tuple[str, Rows]:
    create = _("Create “{name}”", {"name": cut(read.get("company") or "", 24)})
    return _("Which account is it?"), [
        *stacked(_candidates(card, key)),
        [Button("➕ " + create, f"c:{key}:n")],
    ]


def _ask_update(card: CardReading, key: str, read: dict[str, Any], _: Translator, country: str) -> tuple[str, Rows]:
    who, left_out = card.candidates[0], set(card.answers.get("left_out") or ())
    changes = [(place, change, change["key"] not in left_out) for place, change in enumerate(who["changes"])]
    known = f"👤 {views.bold(who['name'])}" + (f" · {views.plain(who['detail'], 60)}" if who["detail"] else "")
    lines = [known + " · " + _("is here already")]
    lines += [f"{'☑️' if taken else '▫️'} {_change(change, _)}" for _place, change, taken in changes]
    toggles = [
        Button(f"{'☑️' if taken else '▫️'} {field_name(change['field'], _)}: {change['after']}", f"c:{key}:t{place}")
        for place, change, taken in changes
    ]
    if not changes:
        lines.append(_("The card says nothing new."))
    name = {"name": cut(who["name"], 26)}
    take = _("Update {name}", name) if changes else _("It is {name}", name)
    rows = [[Button("✅ " + take, f"c:{key}:k")]]
    return "\n".join(lines), [*rows, *stacked(toggles), [Button("➕ " + _("New contact"), f"c:{key}:n")]]


def _change(change: dict[str, Any], _: Translator) -> str:
    before = f"{views.plain(change['before'], 60)} → " if change["before"] else ""
    return f"{field_name(change['field'], _)}: {before}{views.bold(change['after'])}"


def _candidates(card: CardReading, key: str) -> list[Button]:
    return [
        Button(one["name"] + (f" · {one['detail']}" if one["detail"] else ""), f"c:{key}:{place}")
        for place, one in enumerate(card.candidates)
    ]


def _as_read(read: dict[str, Any], _: Translator, country: str) -> str:
    """What the card says, before it is a contact."""
    head = [views.bold(name_on(read) or "…"), views.plain(read.get("job_title") or "", 60)]
    lines = ["🪪 " + " · ".join(filter(None, head))]
    lines += [f"🏢 {views.plain(read['company'], 60)}"] if read.get("company") else []
    phones = [shown_number(phone["e164"], country, phone.get("extension")) for phone in (read.get("phones") or ())[:2]]
    reached = phones + list((read.get("emails") or ())[:1])
    lines += ["☎️ " + " · ".join(escape(one, quote=False) for one in reached)] if reached else []
    return "\n".join(lines)
