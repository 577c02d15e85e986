"""Every list that can be filtered, by the kind of its records."""

from collections.abc import Mapping

from core.agenda.activity_filters import ACTIVITIES
from core.customers.account_filters import ACCOUNTS
from core.customers.contact_filters import CONTACTS
from core.documents.document_filters import DOCUMENTS
from core.lists.filters import Listing
from core.sales.lead_filters import LEADS
from core.sales.opportunity_filters import OPPORTUNITIES

LISTINGS: Mapping[str, Listing] = {
    "account": ACCOUNTS,
    "contact": CONTACTS,
    "lead": LEADS,
    "opportunity": OPPORTUNITIES,
    "document": DOCUMENTS,
    "activity": ACTIVITIES,
}
