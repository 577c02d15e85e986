"""What the list of documents can be filtered by, and its columns."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, literal, or_, select

from core.agenda.models import Activity
from core.documents.kinds import KINDS, types_of
from core.documents.models import Document
from core.i18n import N_
from core.lists.filters import Asks, Filter, Listing, Order, a_moment, flag, of_owner, record
from core.policy import Sight
from core.prepared import value
from core.reader import Reader
from core.sales.models import Opportunity

_ADDED = {"7": N_("1 week"), "30": N_("1 month"), "90": N_("3 months"), "365": N_("1 year")}


def _of_account(account: Any) -> ColumnElement[bool]:
    """The account's own, and those of its opportunities and of what was done with it."""
    sales = select(Opportunity.id).where(Opportunity.account_id == account)
    deeds = select(Activity.id).where(Activity.account_id == account)
    return or_(Document.account_id == account, Document.opportunity_id.in_(sales), Document.activity_id.in_(deeds))


def _of_kind(_: Sight) -> ColumnElement[bool]:
    return _kind() == value("f_kind")  # type: ignore[no-any-return]


def _kind() -> Any:
    """A document's kind, in a statement."""
    named = [(Document.media_type.in_(sorted(types_of(kind))), literal(kind)) for kind in KINDS if types_of(kind)]
    return case(*named, else_=literal("other"))


def _untied(_: Sight) -> ColumnElement[bool]:
    return (
        Document.account_id.is_(None)
        & Document.contact_id.is_(None)
        & Document.opportunity_id.is_(None)
        & Document.activity_id.is_(None)
    )


def _bind_kind(text: str, _: Reader) -> dict[str, Any] | None:
    return {"f_kind": text} if text in KINDS else None


def _bind_added(text: str, reader: Reader) -> dict[str, Any] | None:
    return {"f_added": reader.now - timedelta(days=int(text))} if text in _ADDED else None


DOCUMENTS = Listing(
    "document",
    Document,
    (
        of_owner(Document),
        record(_of_account, "account", N_("Account")),
        record(lambda one: Document.opportunity_id == one, "opportunity", N_("Opportunity")),
        Filter("kind", N_("Kind"), Asks.CHOICE, _of_kind, _bind_kind, KINDS),
        Filter("added", N_("Added within"), Asks.CHOICE, lambda _: Document.created_at >= value("f_added"),
               _bind_added, _ADDED),
        flag("untied", N_("Not linked"), _untied),
    ),
    {
        "about": N_("Belongs to"),
        "kind": N_("Kind"),
        "size": N_("Size"),
        "added": N_("Added"),
        "owner": N_("Owner"),
    },
    ("about", "size", "added", "owner"),
    (
        Order("new", N_("Newest first"), Document.created_at, a_moment, descends=True),
        Order("size", N_("Biggest files first"), Document.size, int, descends=True),
        Order("name", N_("By name"), Document.name),
    ),
    is_given=False,
)  # fmt: skip
