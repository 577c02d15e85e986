"""How records look in the chat: short HTML lines, the name in bold, one icon a line."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from babel.numbers import format_currency

from bot.keyboards import cut
from bot.moments import say_iso, say_when
from core.agenda.planned_words import what_was_planned
from core.customers.places import callable_number
from core.i18n import N_, Translator
from core.standard_names import activity_type_name, stage_name

View = Mapping[str, Any]

_ICONS = {
    "call": "📞",
    "visit": "🚗",
    "meeting": "🤝",
    "email": "✉️",
    "task": "☑️",
    "presentation": "📊",
    "documentation": "📄",
}
OUTCOME_ICONS = {"open": "📈", "won": "🏆", "lost": "📉", "postponed": "⏸"}
KIND_ICONS = {"account": "🏢", "contact": "👤", "opportunity": "📈"}
_NOTE = 280
_TITLES = {"account": N_("new account"), "contact": N_("new contact")}


def icon_of(type_key: str) -> str:
    """The icon of a kind of activity; a company's own kinds have a common one."""
    return _ICONS.get(type_key, "▫️")


def number_of(phone: View) -> str:
    """A phone as it is read, and as Telegram offers to call it."""
    extension = f" · {phone['extension']}" if phone["extension"] else ""
    return escape(callable_number(phone["number"]) + extension, quote=False)


def bold(name: object) -> str:
    return f"<b>{escape(str(name), quote=False)}</b>"


def plain(text: object, most: int = _NOTE) -> str:
    """Somebody's words on one line, safe inside HTML."""
    return escape(cut(str(text), most), quote=False)


def money(cents: int, currency: str, _: Translator) -> str:
    """`12.000 €`: without cents where there are none."""
    whole = cents % 100 == 0
    pattern = "#,##0\xa0¤" if _.locale == "es" else "¤#,##0"
    if whole:
        return str(format_currency(cents // 100, currency, pattern, locale=_.locale, currency_digits=False))
    return str(format_currency(cents / 100, currency, locale=_.locale))


def kind_of(activity: View, _: Translator) -> str:
    """A kind of activity at the beginning of a line: "Call"."""
    name = activity_type_name(activity["type"], activity["type_name"], _)
    return name[:1].upper() + name[1:]


def whom(activity: View, _: Translator) -> str:
    """The name of a line in bold: the account, else the person, else the subject or the kind."""
    if activity["account"]:
        person = f" · {escape(activity['contact'], quote=False)}" if activity["contact"] else ""
        return bold(activity["account"]) + person
    return bold(activity["contact"] or activity["subject"] or kind_of(activity, _))


def logged(
    activity: View, follow_up: View | None, moved: View | None, made: Sequence[str], today: date, _: Translator,
    planned_for: str | None = None,
) -> str:  # fmt: skip
    """What was saved of something done: with whom, when, the note, the next step, the move; at most six lines.

    `planned_for`: the day or local minute, where it was planned.
    """
    new = "".join(f" · {_(_TITLES[kind])}" for kind in made)
    lines = [f"{icon_of(activity['type'])} {whom(activity, _)}{new}"]
    length = f" · {activity['minutes']} min" if activity["minutes"] else ""
    day = say_when(activity["day"], None, today, _)
    if planned_for is None:
        lines.append(f"{kind_of(activity, _)} · {day}{length}")
    else:
        is_told = activity["day"] in (today.isoformat(), planned_for[:10])
        lines.append(f"✅ {as_planned(activity, planned_for, today, _)}{'' if is_told else f' · {day}'}{length}")
    if activity["note"]:
        lines.append(f"📝 {plain(activity['note'])}")
    if follow_up is not None:
        lines.append(_next_step(follow_up, today, _))
    if moved is not None:
        why = f" · {plain(moved['reason'], 80)}" if moved.get("reason") else ""
        lines.append(f"{OUTCOME_ICONS[moved['outcome']]} {plain(moved['title'], 60)} → {bold(moved['stage'])}{why}")
    elif activity["opportunity"]:
        lines.append(f"📈 {plain(activity['opportunity'], 60)}")
    return "\n".join(lines)


def as_planned(activity: View, planned_for: str, today: date, _: Translator) -> str:
    """“The call planned for 10:00”: an hour of today, else the day with its hour."""
    what = escape(what_was_planned(activity["type"], activity["type_name"], _), quote=False)
    day, _separator, hour = planned_for.partition("T")
    if hour and day == today.isoformat():
        return _("{what} for {hour}", {"what": what, "hour": hour})
    return _("{what} for {when}", {"what": what, "when": say_iso(planned_for, today, _)})


def planned(activity: View, made: Sequence[str], today: date, _: Translator) -> str:
    """Something to do: with whom, what, when."""
    new = "".join(f" · {_(_TITLES[kind])}" for kind in made)
    when = say_when(activity["day"], activity["starts_at"], today, _)
    length = f" · {activity['minutes']} min" if activity["minutes"] else ""
    lines = [f"{icon_of(activity['type'])} {whom(activity, _)}{new}", f"🗓 {kind_of(activity, _)} · {when}{length}"]
    words = activity["subject"] if activity["account"] or activity["contact"] else ""
    if words or activity["note"]:
        lines.append(f"📝 {plain(words or activity['note'])}")
    if activity["opportunity"]:
        lines.append(f"📈 {plain(activity['opportunity'], 60)}")
    return "\n".join(lines)


def agenda_line(activity: View, number: int, _: Translator) -> str:
    """One line of an agenda: number, hour, whom, what."""
    hour = activity["starts_at"][11:16] + " " if activity["starts_at"] else ""
    what = kind_of(activity, _) if not activity["subject"] else plain(activity["subject"], 50)
    name = activity["account"] or activity["contact"]
    about = f"{bold(name)} · {what}" if name else bold(cut(activity["subject"] or what, 60))
    return f"{number}. {hour}{icon_of(activity['type'])} {about}"


def opportunity(view: View, _: Translator, today: date) -> str:
    """An opportunity: title, account, stage and amount, expected close, reason."""
    head = f"{OUTCOME_ICONS[view['outcome']]} {bold(view['title'])}"
    lines = [head + (f" · {plain(view['account'], 60)}" if view["account"] else "")]
    stage = stage_name(view["stage_key"], view["stage"], _)
    lines.append(f"{plain(stage)} · {money(view['amount'], view['currency'], _)}")
    if view["reason"]:
        lines.append(f"💬 {plain(view['reason'])}")
    if view["expected_close"]:
        close = say_when(view["expected_close"], None, today, _)
        lines.append("🎯 " + _("expected {day}", {"day": close}))
    return "\n".join(lines)


def opportunity_line(view: View, number: int, _: Translator) -> str:
    """One line of a list of opportunities."""
    stage = stage_name(view["stage_key"], view["stage"], _)
    account = f" · {plain(view['account'], 30)}" if view["account"] else ""
    amount = f" · {money(view['amount'], view['currency'], _)}" if view["amount"] else ""
    return f"{number}. {bold(cut(view['title'], 50))}{account} · {plain(stage)}{amount}"


def _next_step(follow_up: View, today: date, _: Translator) -> str:
    when = say_when(follow_up["day"], follow_up["starts_at"], today, _)
    words = f" · {plain(follow_up['subject'], 80)}" if follow_up["subject"] else ""
    return f"⏭ {kind_of(follow_up, _)}: {when}{words}"
