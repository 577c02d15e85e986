"""Every address of the pages, and what somebody finds there who may not see, may only see, or is nobody.

An address that is not in one of these tables fails `test_isolation.py`: whoever adds one decides whom it is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

FOR_ANYBODY = frozenset(
    {
        "home", "sign_in", "sign_in.create", "sign_in.code", "sign_in.code.create", "sign_in.passkey",
        "sign_in.passkey.options", "sign_out", "password", "password.update", "open", "open.create", "mini_app",
        "mini_app.create",
        "health", "telegram.webhook", "manifest", "service_worker", "offline", "stylesheet", "script", "portable",
        "static",
    }
)  # fmt: skip
"""They tell nothing about a company to whom has no code for it."""

PLAN: Mapping[str, str] = {"type": "call", "subject": "x", "day": "{later}"}
OFFER: Mapping[str, str] = {"title": "x", "amount": "1"}
LIVE = "live"
"""A stream: what it tells to whom is tested where streams are."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address and what is sent there; `{account}`, `{today}`… stand for what the test has made."""

    path: str
    form: Mapping[str, str] | None = None
    """None: it is looked at, not sent to."""
    photo: bool = False
    fragment: bool = False
    seen_only: int = 403
    """For a reader, who sees the record and may edit nothing."""
    makes_ones_own: bool = False
    """A colleague, who edits only what is his or her own, may make something that hangs on a record only seen."""


@dataclass(frozen=True, slots=True)
class Query(Address):
    """An address for everybody who is signed in, which shows each one only what is theirs to see."""

    seen_only: int = field(default=200)


# One's own pages: they hold what their viewer may see.
OWN: Mapping[str, tuple[Query, ...]] = {
    "today": (Query("/today"),),
    "agenda": (
        Query("/agenda"),
        Query("/agenda?day={later}"),
        Query("/agenda?view=week&day={later}"),
        Query("/agenda?view=month&day={later}"),
        Query("/agenda?view=list&whose=team"),
        Query("/agenda?view=list&whose={rep}"),
        Query("/agenda?view=list&account={account}"),
    ),
    "new": (Query("/new"),),
    "activities": (Query("/activities"),),
    "activities.new": (Query("/activities/new?account_id={account}&opportunity_id={opportunity}"),),
    "quick_log": (Query("/quick-log?kind=call&account={account}&opportunity={opportunity}"),),
    "quick_log.create": (
        Query("/quick-log", {"words": "llamé a {name}", "kind": "call"}),
        Query("/quick-log", {"words": "llamé", "kind": "call", "account": "{account}"}),
        Query("/quick-log", {"words": "llamé a {name}", "answer_account": "{account}", "opportunity": "{opportunity}"}),
    ),
    "accounts": (
        Query("/accounts"),
        Query("/accounts?q={name}"),
        Query("/accounts?q={contact_name}"),
        Query("/accounts?q={title}"),
        Query("/accounts?after=QQpB", fragment=True),
    ),
    "accounts.new": (Query("/accounts/new"),),
    "contacts.new": (Query("/contacts/new?account={account}"),),
    "cards.new": (Query("/cards/new?account={account}", seen_only=403),),
    "opportunities": (
        Query("/opportunities?whose=me"),
        Query("/opportunities?whose=team"),
        Query("/opportunities?whose=all"),
        Query("/opportunities?whose={rep}"),
    ),
    "opportunities.new": (Query("/opportunities/new?account={account}"),),
    "more": (Query("/more"),),
    "settings": (Query("/settings"),),
    "sessions": (Query("/sessions"),),
    "second_factor": (Query("/second-factor"),),
    "passkeys": (Query("/passkeys"),),
    "chat": (Query("/chat"),),
    "companies": (Query("/companies"),),
}

# One record, or something that is done with one: unseen is not found, seen but not editable is not permitted.
RECORDS: Mapping[str, tuple[Address, ...]] = {
    "activity": (Address("/activities/{activity}", seen_only=200),),
    "activity.complete": (Address("/activities/{activity}/complete", {}),),
    "activity.postpone": (Address("/activities/{activity}/postpone", {"day": "{later}"}),),
    "activity.cancel": (Address("/activities/{activity}/cancel", {}),),
    "activities.create": (
        Address(
            "/activities",
            {"type": "call", "subject": "x", "day": "{later}", "account_id": "{account}"},
            makes_ones_own=True,
        ),
        Address(
            "/activities",
            {"type": "call", "subject": "x", "day": "{later}", "opportunity_id": "{opportunity}"},
            makes_ones_own=True,
        ),
        Address(
            "/activities",
            {"type": "call", "subject": "x", "day": "{later}", "contact_id": "{contact}"},
            makes_ones_own=True,
        ),
    ),
    "account": (
        Address("/accounts/{account}", seen_only=200),
        Address("/accounts/{account}?before={moment}", fragment=True, seen_only=200),
    ),
    "account.edit": (Address("/accounts/{account}/edit"),),
    "account.update": (Address("/accounts/{account}", {"name": "x", "kinds": "customer"}),),
    "account.archive": (Address("/accounts/{account}/archive", {}),),
    "contact": (Address("/contacts/{contact}", seen_only=200),),
    "contact.edit": (Address("/contacts/{contact}/edit"),),
    "contact.update": (Address("/contacts/{contact}", {"name": "x"}),),
    "contacts.create": (Address("/contacts", {"name": "x", "account_id": "{account}"}),),
    "document": (Address("/documents/{document}", seen_only=200),),
    "opportunity": (Address("/opportunities/{opportunity}", seen_only=200),),
    "opportunity.edit": (Address("/opportunities/{opportunity}/edit"),),
    "opportunity.update": (Address("/opportunities/{opportunity}", {"title": "x", "amount": "1"}),),
    "opportunity.move": (Address("/opportunities/{opportunity}/move"),),
    "opportunity.move.do": (Address("/opportunities/{opportunity}/move", {"stage": "{stage}"}),),
    "opportunities.create": (Address("/opportunities", {**OFFER, "account_id": "{account}"}, makes_ones_own=True),),
    "conflict.resolve": (Address("/conflicts/{conflict}/resolve", {"keep": "mine"}),),
}

# What is one person's alone: for everybody else, superiors included, it is not found.
PERSONAL: Mapping[str, tuple[Address, ...]] = {
    "card": (Address("/cards/{card}"),),
    "card.decide": (Address("/cards/{card}/decide", {"contact": "new"}),),
    "card.discard": (Address("/cards/{card}/discard", {}),),
    "operation.undo": (Address("/operations/{operation}/undo", {}),),
    "passkey.remove": (Address("/passkeys/{passkey}/remove", {}),),
}

# What makes something of one's own out of nothing: needs the permission, reaches nobody's records.
MAKING: Mapping[str, tuple[Address, ...]] = {
    "accounts.create": (Address("/accounts", {"name": "x", "kinds": "customer"}),),
    "contacts.create": (Address("/contacts", {"name": "x"}),),
    "activities.create": (Address("/activities", PLAN),),
    "opportunities.create": (Address("/opportunities", OFFER),),
    "cards.create": (Address("/cards", {}, photo=True),),
}

# What only ever touches the person who sends it, whatever id stands in it.
ONESELF: Mapping[str, tuple[Address, ...]] = {
    "settings.update": (Address("/settings", {"theme": "dark"}),),
    "second_factor.create": (Address("/second-factor", {}),),
    "second_factor.confirm": (Address("/second-factor/confirm", {"code": "123456"}),),
    "second_factor.codes": (Address("/second-factor/codes", {"password": "x"}),),
    "second_factor.off": (Address("/second-factor/off", {"password": "x"}),),
    "passkeys.new": (Address("/passkeys/new", {"name": "x", "password": "x"}),),
    "passkeys.create": (Address("/passkeys", {"name": "x", "credential": "{{}}"}),),
    "own_data": (Address("/own-data", {}),),
    "chat.create": (Address("/chat", {}),),
    "chat.unlink": (Address("/chat/{chat}/unlink", {}),),
    "session.end": (Address("/sessions/{session}/end", {}),),
    "sessions.end_others": (Address("/sessions/others/end", {}),),
    "companies.choose": (Address("/companies", {"company": "{company}"}),),
    "opportunities.stage": (Address("/opportunities/stage/{stage}?whose=all", fragment=True),),
}

TABLES = (OWN, RECORDS, PERSONAL, MAKING, ONESELF)
