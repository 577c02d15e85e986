"""What the list of accounts can be filtered by, and its columns."""

from sqlalchemy import ColumnElement, exists, select

from core.agenda.models import Activity
from core.customers.account_kinds import KINDS
from core.customers.models import Account
from core.i18n import N_
from core.lists.filters import Listing, Order, a_moment, flag, marked, of_owner, of_unit, one_of, quiet
from core.policy import Sight, visible
from core.prepared import value
from core.sales.models import Opportunity


def _without_activity(sight: Sight) -> ColumnElement[bool]:
    done = select(Activity.id).where(
        Activity.company_id == Account.company_id, Activity.account_id == Account.id, Activity.state == "done",
        Activity.day >= value("f_since"),
    )  # fmt: skip
    return ~exists(visible(done, sight, Activity))


def _with_opportunities(sight: Sight) -> ColumnElement[bool]:
    is_open = select(Opportunity.id).where(
        Opportunity.company_id == Account.company_id, Opportunity.account_id == Account.id,
        Opportunity.outcome == "open", Opportunity.archived_at.is_(None),
    )  # fmt: skip
    return exists(visible(is_open, sight, Opportunity))


ACCOUNTS = Listing(
    "account",
    Account,
    (
        of_owner(Account),
        of_unit(Account),
        one_of(Account, "kind", N_("Kind"), KINDS),
        marked(Account, "city", N_("City")),
        marked(Account, "tag", N_("Tag")),
        quiet(_without_activity),
        flag("open", N_("With open opportunities"), _with_opportunities),
    ),
    {
        "city": N_("City"),
        "contact": N_("Contact"),
        "phone": N_("Phone"),
        "kind": N_("Kind"),
        "sector": N_("Sector"),
        "tags": N_("Tags"),
        "owner": N_("Owner"),
        "unit": N_("Unit"),
        "last": N_("Last activity"),
        "open": N_("Open opportunities"),
    },
    ("city", "contact", "phone", "owner"),
    (
        Order("name", N_("By name"), Account.name),
        Order("new", N_("Newest first"), Account.created_at, a_moment, descends=True),
    ),
    {N_("Mine"): {"owner": "me"}},
)
