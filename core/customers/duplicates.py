"""Who is there already: one scorer by phone, e-mail, tax number, firm, name and city, over what a person may see."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.cards.emails import is_free, is_shared
from core.customers.models import Account, Contact, Email, Phone
from core.customers.queries import accounts_by_id, contacts_by_id
from core.folding import fold
from core.policy import Viewer
from core.search import search
from core.understanding.names import name_words

LIKELY = 0.6
"""From here on a person is asked whether it is the same."""
CERTAIN = 0.93
"""From here on an account is taken without asking."""
_FEW = 40


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is known of somebody or some firm that may be there already; phones are E.164."""

    name: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    firm: str = ""
    tax_id: str = ""
    website: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One that is there, and how like it is: 0 to 1."""

    id: str
    name: str
    detail: str
    score: float

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


async def similar_contacts(session: AsyncSession, viewer: Viewer, wanted: Likeness, limit: int = 3) -> list[Candidate]:
    """The contacts that may be this person, the likeliest first; only those from `LIKELY` on."""
    ids = await _with_channels(session, "contact_id", wanted)
    ids |= {found.id for found in await search(session, viewer, wanted.name, ("contact",), _FEW, slips=False)}
    if words := fold(wanted.name).split():
        ids |= {
            found.id for found in await search(session, viewer, max(words, key=len), ("contact",), _FEW, slips=False)
        }
    contacts = await contacts_by_id(session, viewer, sorted(ids))
    return _best(
        (Candidate(view["id"], view["name"], _place(view), score_contact(wanted, view)) for view in contacts),
        limit,
    )


async def similar_accounts(session: AsyncSession, viewer: Viewer, wanted: Likeness, limit: int = 3) -> list[Candidate]:
    """The accounts that may be this firm, the likeliest first; only those from `LIKELY` on."""
    ids = await _with_channels(session, "account_id", wanted)
    for word in sorted(name_words(wanted.firm), key=len, reverse=True)[:2]:
        ids |= {found.id for found in await search(session, viewer, word, ("account",), _FEW, slips=False)}
    if wanted.tax_id:
        ids |= {found.id for found in await search(session, viewer, wanted.tax_id, ("account",), _FEW, slips=False)}
    accounts = [view for view in await accounts_by_id(session, viewer, sorted(ids)) if not view["archived_at"]]
    return _best(
        (Candidate(view["id"], view["name"], _city(view), score_account(wanted, view)) for view in accounts),
        limit,
    )


def score_contact(wanted: Likeness, view: dict[str, Any]) -> float:
    """How like the person is to a contact's view: an e-mail decides, a phone or a firm supports the name."""
    named = _names_alike(wanted.name, view["name"])
    same = {email.lower() for email in wanted.emails} & {email["address"].lower() for email in view["emails"]}
    if same and named >= 0.6:  # noqa: PLR2004
        return 0.98
    if any(not is_shared(email) for email in same):
        return 0.75  # an address that a family shares
    score = 0.65 * named if named >= 0.85 else 0.0  # noqa: PLR2004
    if set(wanted.phones) & {phone["number"] for phone in view["phones"]}:
        score = max(score, 0.95 if named >= 0.7 else 0.4)  # noqa: PLR2004 - a switchboard is everybody's
    firms = [_firms_alike(wanted.firm, place["name"]) for place in view["accounts"]] if wanted.firm else []
    if score and max(firms, default=0.0) >= 0.85:  # noqa: PLR2004
        score = max(score, 0.92 * named)
    if score and _is_there(wanted.city, view):
        score = max(score, 0.8 * named)
    return round(score, 3)


def score_account(wanted: Likeness, view: dict[str, Any]) -> float:
    """How like the firm is to an account's view: tax number, name, own domain, phone, city."""
    theirs = _bare(view["tax_id"] or "")
    if wanted.tax_id and _bare(wanted.tax_id) == theirs:
        return 1.0
    named = _firms_alike(wanted.firm, view["name"]) if wanted.firm else 0.0
    same_city = _is_there(wanted.city, view)
    domains = {_domain(view["website"] or "")} | {_domain(email["address"]) for email in view["emails"]}
    own = {_domain(wanted.website)} | {_domain(email) for email in wanted.emails}
    if any(domain and not is_free(f"@{domain}") for domain in domains & own):
        return 0.96 if named >= 0.5 or not wanted.firm else 0.8  # noqa: PLR2004
    if set(wanted.phones) & {phone["number"] for phone in view["phones"]} and named >= 0.5:  # noqa: PLR2004
        return 0.95
    if named >= 0.97:  # noqa: PLR2004 - the same name, legal form aside
        return 0.95
    if wanted.tax_id and theirs:  # two firms: a word in common says nothing
        return 0.0
    return round(min(named * 0.85 + (0.05 if same_city else 0.0), 0.9), 3) if named >= 0.75 else 0.0  # noqa: PLR2004


async def _with_channels(session: AsyncSession, of: str, wanted: Likeness) -> set[str]:
    model: Any = Contact if of == "contact_id" else Account
    found: set[str] = set()
    for channel, column, values in (
        (Phone, Phone.number, wanted.phones),
        (Email, Email.address, wanted.emails),
    ):
        if values:
            belongs = getattr(channel, of)
            rows = await session.scalars(
                select(belongs)
                .join(model, (model.company_id == channel.company_id) & (model.id == belongs))
                .where(column.in_(values), belongs.is_not(None), model.archived_at.is_(None))
                .limit(_FEW)
            )
            found |= set(rows)
    return found


def _best(candidates: Iterable[Candidate], limit: int) -> list[Candidate]:
    likely = [one for one in candidates if one.score >= LIKELY]
    return sorted(likely, key=lambda one: (-one.score, one.name))[:limit]


def _names_alike(one: str, other: str) -> float:
    """Second surnames are often left out: "Ana Pérez" is "Ana Pérez Soto"."""
    mine, theirs = fold(one), fold(other)
    if not mine or not theirs:
        return 0.0
    whole = fuzz.token_sort_ratio(mine, theirs) / 100
    if min(len(mine.split()), len(theirs.split())) > 1:
        whole = max(whole, 0.95 * fuzz.token_set_ratio(mine, theirs) / 100)
    return whole


def _firms_alike(one: str, other: str) -> float:
    mine, theirs = " ".join(name_words(one)), " ".join(name_words(other))
    return fuzz.token_sort_ratio(mine, theirs) / 100 if mine and theirs else 0.0


def _is_there(city: str, view: dict[str, Any]) -> bool:
    return bool(city) and fold(city) in {fold(place["city"]) for place in view["addresses"]}


def _domain(address: str) -> str:
    bare = address.lower().rpartition("@")[2].removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return bare.partition("/")[0]


def _bare(tax_id: str) -> str:
    return "".join(character for character in tax_id.upper().removeprefix("ES") if character.isalnum())


def _place(view: dict[str, Any]) -> str:
    return str(view["accounts"][0]["name"]) if view["accounts"] else str(view["job_title"] or "")


def _city(view: dict[str, Any]) -> str:
    return next((str(place["city"]) for place in view["addresses"] if place["city"]), "")
