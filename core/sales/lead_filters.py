"""What the list of leads can be filtered and sorted by, and its columns."""

from core.i18n import N_
from core.lists.filters import Listing, Order, a_moment, among, marked, of_owner, of_unit
from core.sales.lead_words import SOURCES, STATUSES
from core.sales.models import Lead

_OPEN = {"open": ("new", "assigned", "working"), "given_up": ("recycled", "dead")}

LEADS = Listing(
    "lead",
    Lead,
    (
        of_owner(Lead),
        of_unit(Lead),
        among(Lead.status, "status", N_("Status"), {"open": N_("open"), **STATUSES, "given_up": N_("given up")}, _OPEN),
        among(Lead.source, "source", N_("Source"), SOURCES),
        marked(Lead, "city", N_("City")),
        marked(Lead, "tag", N_("Tag")),
    ),
    {
        "person": N_("Person"),
        "subject": N_("Subject"),
        "status": N_("Status"),
        "source": N_("Source"),
        "phone": N_("Phone"),
        "email": N_("E-mail"),
        "city": N_("City"),
        "tags": N_("Tags"),
        "owner": N_("Owner"),
        "unit": N_("Unit"),
        "since": N_("Since"),
    },
    ("person", "subject", "source", "owner", "since"),
    (
        Order("new", N_("Newest first"), Lead.created_at, a_moment, descends=True),
        Order("old", N_("Oldest first"), Lead.created_at, a_moment),
        Order("name", N_("By name"), Lead.title),
    ),
    {N_("Mine"): {"owner": "me", "status": "open"}, N_("Open ones"): {"status": "open"}},
)
