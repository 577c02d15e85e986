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
    "search": (
        Query("/search"),
        Query("/search?q={name}"),
        Query("/search?q={contact_name}"),
        Query("/search?q={title}", fragment=True),
        Query("/search?q=llamar+a+{name}"),
    ),
    "activities": (
        Query("/activities"),
        Query("/activities?q={name}"),
        Query("/activities?owner={rep}&type=call&state=late&when=week&sort=first&col=owner&col=opportunity&col=result"),
        Query("/activities?account={account}"),
        Query("/activities?opportunity={title}"),
        Query("/activities?select=1&chosen={activity}"),
    ),
    "activities.new": (
        Query("/activities/new?lead_id={lead}&contact_id={contact}"),
        Query("/activities/new?account_id={account}&opportunity_id={opportunity}"),
        Query("/activities/new?owner_id={rep}&day={later}&hour=10:00"),
    ),
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
        Query("/accounts?owner={rep}&col=owner&col=open&col=last"),
        Query("/accounts?select=1&chosen={account}"),
        Query("/accounts?after=QQpB", fragment=True),
    ),
    "accounts.words": (Query("/accounts/words/city"), Query("/accounts/words/tag", fragment=True)),
    "accounts.new": (Query("/accounts/new"),),
    "contacts": (
        Query("/contacts"),
        Query("/contacts?q={contact_name}"),
        Query("/contacts?owner={rep}&col=owner"),
        Query("/contacts?after=QQpB", fragment=True),
    ),
    "contacts.words": (Query("/contacts/words/city"), Query("/contacts/words/tag", fragment=True)),
    "contacts.new": (Query("/contacts/new?account={account}"),),
    "views.new": (Query("/views/new?listing=account&owner={rep}&tag=x&view={view}"),),
    "imports": (Query("/imports", seen_only=403),),
    "imports.new": (Query("/imports/new", seen_only=403),),
    "cards.new": (Query("/cards/new?account={account}", seen_only=403),),
    "accounts.names": (Query("/accounts/names?account={name}"),),
    "contacts.names": (
        Query("/contacts/names?contact={contact_name}", fragment=True),
        Query("/contacts/names?at={account}"),
    ),
    "people.names": (
        Query("/people/names?q=a", fragment=True),
        Query("/people/names?activity={activity}", fragment=True),
    ),
    "leads": (
        Query("/leads"),
        Query("/leads?q={name}"),
        Query("/leads?owner={rep}&status=open&col=owner&col=phone&sort=name"),
        Query("/leads?select=1&chosen={lead}"),
        Query(
            "/leads?after=MjAyNi0wMS0wMVQwMDowMDowMCswMDowMAowMTkyZjBjMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwYWE",
            fragment=True,
        ),
    ),
    "leads.words": (Query("/leads/words/city"), Query("/leads/words/tag", fragment=True)),
    "leads.new": (Query("/leads/new"),),
    "opportunities.list": (
        Query("/opportunities/list"),
        Query("/opportunities/list?q={title}"),
        Query(
            "/opportunities/list?owner={rep}&state=open&close=month&amount=1000&sort=amount&col=owner&col=next&col=unit"
        ),
        Query("/opportunities/list?stage={stage}&still=14&next=1"),
        Query("/opportunities/list?select=1&chosen={opportunity}"),
    ),
    "opportunities": (
        Query("/opportunities?whose=me"),
        Query("/opportunities?whose=team"),
        Query("/opportunities?whose=all"),
        Query("/opportunities?whose={rep}"),
    ),
    "opportunities.new": (Query("/opportunities/new?account={account}"),),
    "more": (Query("/more"),),
    "inbox": (Query("/inbox"),),
    "names": (
        Query("/names/account?account={name}", fragment=True),
        Query("/names/opportunity?opportunity={title}", fragment=True),
    ),
    "documents": (
        Query("/documents"),
        Query("/documents?account={account}"),
        Query("/documents?opportunity={title}"),
        Query("/documents?q={name}"),
        Query("/documents?owner={rep}&kind=picture&added=7"),
        Query("/documents?untied=1"),
    ),
    "documents.new": (Query("/documents/new?account={account}", seen_only=403),),
    "settings": (Query("/settings"),),
    "sessions": (Query("/sessions"),),
    "second_factor": (Query("/second-factor"),),
    "passkeys": (Query("/passkeys"), Query("/passkeys?rename={passkey}")),
    "chat": (Query("/chat"),),
    "companies": (Query("/companies"),),
}

# One record, or something that is done with one: unseen is not found, seen but not editable is not permitted.
RECORDS: Mapping[str, tuple[Address, ...]] = {
    "activity": (Address("/activities/{activity}", seen_only=200),),
    "activity.complete": (
        Address("/activities/{activity}/complete", {}),
        Address("/activities/{activity}/complete", {"note": "x", "next_type": "call", "next_day": "{later}"}),
    ),
    "activity.edit": (Address("/activities/{activity}/edit"),),
    "activity.update": (Address("/activities/{activity}", {"subject": "x", "day": "{later}", "hour": "10:00"}),),
    "activity.move": (Address("/activities/{activity}/move"),),
    "activity.move.do": (
        Address("/activities/{activity}/move", {"day": "{later}"}),
        Address("/activities/{activity}/move", {"day": "{later}", "hour": "10:00"}, fragment=True),
    ),
    "activity.assign": (Address("/activities/{activity}/assign"),),
    "activity.assign.do": (Address("/activities/{activity}/assign", {"owner_id": "{rep}"}),),
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
        Address("/activities", {"type": "call", "day": "{later}", "lead_id": "{lead}"}, makes_ones_own=True),
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
    "contact.card": (Address("/contacts/{contact}/card.vcf", seen_only=200),),
    "here": (
        Address("/accounts/{account}/here", fragment=True, seen_only=200),
        Address("/contacts/{contact}/here", fragment=True, seen_only=200),
        Address("/opportunities/{opportunity}/here", fragment=True, seen_only=200),
        Address("/leads/{lead}/here", fragment=True, seen_only=200),
        Address("/activities/{activity}/here", fragment=True, seen_only=200),
    ),
    "alike": (
        Address("/accounts/{account}/alike", seen_only=200),
        Address("/contacts/{contact}/alike", fragment=True, seen_only=200),
    ),
    "merge": (Address("/accounts/{account}/merge/{twin}"), Address("/contacts/{contact}/merge/{contact_twin}")),
    "merge.do": (
        Address("/accounts/{account}/merge/{twin}", {}),
        Address("/contacts/{contact}/merge/{contact_twin}", {}),
    ),
    "apart": (Address("/accounts/{account}/apart/{twin}", {}),),
    "document": (Address("/documents/{document}", seen_only=200),),
    "document.file": (Address("/documents/{document}/file", seen_only=200),),
    "document.update": (Address("/documents/{document}", {"name": "x"}),),
    "document.tie": (Address("/documents/{document}/tie"),),
    "document.tie.do": (
        Address("/documents/{document}/tie", {"to": "account:{account}"}),
        Address("/documents/{document}/tie", {}),
    ),
    "documents.create": (Address("/documents", {"account": "{account}"}, photo=True),),
    "document.archive": (Address("/documents/{document}/archive", {}),),
    "document.small": (Address("/documents/{document}/small", seen_only=200),),
    "document.upright": (Address("/documents/{document}/upright", seen_only=404),),  # it is no card
    "opportunity": (Address("/opportunities/{opportunity}", seen_only=200),),
    "lead": (
        Address("/leads/{lead}", seen_only=200),
        Address("/leads/{lead}?before={moment}", fragment=True, seen_only=200),
    ),
    "lead.edit": (Address("/leads/{lead}/edit"),),
    "lead.update": (Address("/leads/{lead}", {"person": "x"}),),
    "lead.field": (
        Address("/leads/{lead}/edit/source", fragment=True),
        Address("/leads/{lead}/edit/phone"),
    ),
    "lead.field.update": (
        Address("/leads/{lead}/edit/firm", {"firm": "x"}, fragment=True),
        Address("/leads/{lead}/edit/notes", {"notes": "x"}),
    ),
    "lead.log": (Address("/leads/{lead}/log"),),
    "lead.log.do": (Address("/leads/{lead}/log", {"type": "call", "note": "x"}),),
    "lead.begin": (Address("/leads/{lead}/begin", {}),),
    "lead.reopen": (Address("/leads/{lead}/reopen", {}),),
    "lead.discard": (Address("/leads/{lead}/discard"),),
    "lead.discard.do": (Address("/leads/{lead}/discard", {"reason": "x"}),),
    "lead.qualify": (Address("/leads/{lead}/qualify"),),
    "lead.qualify.do": (
        Address("/leads/{lead}/qualify", {"account": "new", "contact": "new", "opportunity": "new", "title": "x"}),
    ),
    "opportunity.edit": (Address("/opportunities/{opportunity}/edit"),),
    "opportunity.field": (
        Address("/opportunities/{opportunity}/edit/title", fragment=True),
        Address("/opportunities/{opportunity}/edit/contact"),
    ),
    "opportunity.field.update": (
        Address("/opportunities/{opportunity}/edit/amount", {"amount": "1"}, fragment=True),
        Address("/opportunities/{opportunity}/edit/notes", {"notes": "x"}),
    ),
    "opportunity.archive": (Address("/opportunities/{opportunity}/archive", {}),),
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
    "import": (Address("/imports/{import}"),),
    "import.edit": (Address("/imports/{import}/edit"),),
    "import.update": (Address("/imports/{import}", {"column-0": "account.name"}),),
    "import.read_again": (Address("/imports/{import}/read", {}),),
    "import.step": (Address("/imports/{import}/step", {"step": "cancel"}),),
    "import.rows": (Address("/imports/{import}/rows.csv?show=wrong"),),
    "mention.read": (Address("/mentions/{mention}/read", {}),),
    "operation.undo": (Address("/operations/{operation}/undo", {}),),
    "passkey.update": (Address("/passkeys/{passkey}", {"name": "x"}),),
    "passkey.remove": (Address("/passkeys/{passkey}/remove", {}),),
    "view.edit": (Address("/views/{view}/edit"),),
    "view.update": (Address("/views/{view}", {"name": "x"}),),
    "view.begin": (Address("/views/{view}/begin", {}),),
    "view.delete": (Address("/views/{view}/delete", {}),),
}

# What makes something of one's own out of nothing: needs the permission, reaches nobody's records.
MAKING: Mapping[str, tuple[Address, ...]] = {
    "accounts.create": (Address("/accounts", {"name": "x", "kinds": "customer"}),),
    "contacts.create": (Address("/contacts", {"name": "x"}),),
    "activities.create": (Address("/activities", PLAN),),
    "opportunities.create": (Address("/opportunities", OFFER),),
    "cards.create": (Address("/cards", {}, photo=True),),
    "imports.create": (Address("/imports", {}, photo=True),),
    "documents.create": (Address("/documents", {}, photo=True),),
    # What gives away what was selected: whose it must be is asked of the operation.
    "leads.create": (Address("/leads", {"person": "x"}),),
    "leads.assign": (Address("/leads/assign", {"ids": "{lead}", "owner_id": "{rep}"}),),
    "activities.assign": (Address("/activities/assign", {"ids": "{activity}", "owner_id": "{rep}"}),),
    "opportunities.assign": (Address("/opportunities/list/assign", {"ids": "{opportunity}", "owner_id": "{rep}"}),),
    "accounts.assign": (Address("/accounts/assign", {"ids": "{account}", "owner_id": "{rep}"}),),
    "contacts.assign": (Address("/contacts/assign", {"ids": "{contact}", "owner_id": "{rep}"}),),
}

# What only ever touches the person who sends it, whatever id stands in it.
ONESELF: Mapping[str, tuple[Address, ...]] = {
    "settings.update": (Address("/settings", {"theme": "dark"}),),
    "first_steps.skip": (Address("/first-steps/skip", {"step": "chat"}),),
    "first_steps.close": (Address("/first-steps/close", {}),),
    "second_factor.create": (Address("/second-factor", {}),),
    "second_factor.confirm": (Address("/second-factor/confirm", {"code": "123456"}),),
    "second_factor.codes": (Address("/second-factor/codes", {"password": "x"}),),
    "second_factor.off": (Address("/second-factor/off", {"password": "x"}),),
    "passkeys.new": (Address("/passkeys/new", {"name": "x", "password": "x"}),),
    "passkeys.create": (Address("/passkeys", {"name": "x", "credential": "{{}}"}),),
    "own_data": (Address("/own-data", {}),),
    "chat.create": (Address("/chat", {}),),
    "views.create": (Address("/views", {"listing": "account", "name": "x"}),),
    "chat.unlink": (Address("/chat/{chat}/unlink", {}),),
    "session.end": (Address("/sessions/{session}/end", {}),),
    "sessions.end_others": (Address("/sessions/others/end", {}),),
    "companies.choose": (Address("/companies", {"company": "{company}"}),),
    "opportunities.stage": (Address("/opportunities/stage/{stage}?whose=all", fragment=True),),
}

# What a company's admin alone has: its lists, of the own company; and what is done with one thing of the company's.
ROOMS: Mapping[str, tuple[Address, ...]] = {
    "admin": (Address("/admin"),),
    "members": (Address("/admin/members"),),
    "members.new": (Address("/admin/members/new"),),
    "members.create": (Address("/admin/members", {"name": "x", "email": "x@x.example"}),),
    "units": (Address("/admin/units"),),
    "units.create": (Address("/admin/units", {"name": "x"}),),
    "teams": (Address("/admin/teams"),),
    "teams.create": (Address("/admin/teams", {"name": "x"}),),
    "roles": (Address("/admin/roles"),),
    "pipelines": (Address("/admin/pipelines"),),
    "pipelines.new": (Address("/admin/pipelines/new"),),
    "pipelines.create": (Address("/admin/pipelines", {"name_es": "x"}),),
    "pipelines.arrange": (Address("/admin/pipelines/arrange", {"id": "{pipeline}"}),),
    "activity_types": (Address("/admin/activity-types"),),
    "activity_types.new": (Address("/admin/activity-types/new"),),
    "activity_types.create": (Address("/admin/activity-types", {"name_es": "x"}),),
    "activity_types.arrange": (Address("/admin/activity-types/arrange", {"id": "{type}"}),),
    "company": (Address("/admin/company"),),
    "company.update": (Address("/admin/company", {"name": "x"}),),
    "messages": (Address("/admin/messages"),),
    "audit": (Address("/admin/audit"), Address("/admin/audit?user={rep}"), Address("/admin/audit?record={account}")),
    "state": (Address("/admin/state"),),
}
OF_THE_COMPANY: Mapping[str, tuple[Address, ...]] = {
    "member": (Address("/admin/members/{rep}"), Address("/admin/members/{gone}")),
    "member.update": (Address("/admin/members/{rep}", {"role": "rep"}),),
    "member.disable": (Address("/admin/members/{rep}/disable", {}),),
    "member.enable": (Address("/admin/members/{gone}/enable", {}),),
    "member.link": (Address("/admin/members/{rep}/link", {"kind": "reset"}),),
    "member.end_sessions": (Address("/admin/members/{rep}/sessions", {"session": "{session}"}),),
    "member.grant": (Address("/admin/members/{rep}/grant", {"unit": "{unit}", "access": "see"}),),
    "unit": (Address("/admin/units/{unit}"),),
    "unit.move": (Address("/admin/units/{unit}/move"),),
    "unit.update": (Address("/admin/units/{unit}", {"name": "x"}),),
    "team": (Address("/admin/teams/{team}"),),
    "team.update": (Address("/admin/teams/{team}", {"name": "x"}),),
    "team.people": (Address("/admin/teams/{team}/people", {"user": "{rep}"}),),
    "role": (Address("/admin/roles/{role}"),),
    "role.update": (Address("/admin/roles/{role}", {"permissions": "account.see"}),),
    "pipeline": (Address("/admin/pipelines/{pipeline}"),),
    "pipeline.update": (Address("/admin/pipelines/{pipeline}", {"name_es": "x"}),),
    "pipeline.archive": (Address("/admin/pipelines/{pipeline}/archive", {}),),
    "stages.new": (Address("/admin/pipelines/{pipeline}/stages/new"),),
    "stages.create": (Address("/admin/pipelines/{pipeline}/stages", {"name_es": "x", "outcome": "open"}),),
    "stages.arrange": (Address("/admin/pipelines/{pipeline}/arrange", {"id": "{stage}"}),),
    "stage": (Address("/admin/stages/{stage}"),),
    "stage.update": (Address("/admin/stages/{stage}", {"name_es": "x"}),),
    "stage.archive": (Address("/admin/stages/{stage}/archive", {}),),
    "activity_type": (Address("/admin/activity-types/{type}"),),
    "activity_type.update": (Address("/admin/activity-types/{type}", {"name_es": "x"}),),
    "activity_type.archive": (Address("/admin/activity-types/{type}/archive", {}),),
    "messages.retry": (Address("/admin/messages", {"id": "{message}"}),),
}

TABLES = (OWN, RECORDS, PERSONAL, MAKING, ONESELF, ROOMS, OF_THE_COMPANY)
