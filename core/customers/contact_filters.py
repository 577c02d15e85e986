"""What the list of contacts can be filtered by, and its columns."""

from sqlalchemy import ColumnElement, exists, select

from core.agenda.models import Activity
from core.customers.models import Contact
from core.i18n import N_
from core.lists.filters import Listing, Order, a_moment, marked, of_owner, of_unit, quiet
from core.policy import Sight, visible
from core.prepared import value


def _without_activity(sight: Sight) -> ColumnElement[bool]:
    done = select(Activity.id).where(
        Activity.company_id == Contact.company_id, Activity.contact_id == Contact.id, Activity.state == "done",
        Activity.day >= value("f_since"),
    )  # fmt: skip
    return ~exists(visible(done, sight, Activity))


CONTACTS = Listing(
    "contact",
    Contact,
    (
        of_owner(Contact),
        of_unit(Contact),
        marked(Contact, "city", N_("City")),
        marked(Contact, "tag", N_("Tag")),
        quiet(_without_activity),
    ),
    {
        "account": N_("Account"),
        "job_title": N_("Job title"),
        "phone": N_("Phone"),
        "email": N_("E-mail"),
        "city": N_("City"),
        "tags": N_("Tags"),
        "owner": N_("Owner"),
    },
    ("account", "phone", "email", "owner"),
    (
        Order("name", N_("By name"), Contact.name),
        Order("new", N_("Newest first"), Contact.created_at, a_moment, descends=True),
    ),
    {N_("My own"): {"owner": "me"}},
)
