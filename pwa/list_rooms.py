"""The pages of lists: where each is, what it says, and what stands beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from core.agenda.activity_filters import ACTIVITIES
from core.customers.account_filters import ACCOUNTS
from core.customers.contact_filters import CONTACTS
from core.documents.document_filters import DOCUMENTS
from core.i18n import N_
from core.lists.filters import Listing
from core.sales.lead_filters import LEADS
from core.sales.opportunity_filters import OPPORTUNITIES
from pwa.frame import can_make
from pwa.lists import Asked
from pwa.visit import Visit

View = dict[str, Any]
Tab = tuple[str, str]
"""A word and an address."""


@dataclass(frozen=True, slots=True)
class ListRoom:
    """The page of one list."""

    listing: Listing
    path: str
    place: str
    """Of the places at the foot of a phone."""
    title: str
    search: str
    """What the search is for."""
    placeholder: str
    unlike: str
    """When nothing fits the filter."""
    unfound: str
    """When a search finds nothing; {words}."""
    none: str
    """When there is nothing at all."""
    first: tuple[str, str, str]
    """How the first of them is made: address, icon, words."""
    tabs: Callable[[Asked], tuple[Tab, ...]]

    def said(self, visit: Visit, asked: Asked) -> View:
        """What of it the page's view needs."""
        say = visit.translate
        href, icon, words = self.first
        first = {"href": href, "icon": icon, "name": say(words)}
        return {
            "title": say(self.title),
            "search_label": say(self.search),
            "placeholder": say(self.placeholder),
            "unlike": say(self.unlike),
            "unfound": say(self.unfound, {"words": asked.words}),
            "none": say(self.none),
            "first": first if self.listing.kind in can_make(visit.viewer) else None,
            "tabs": [
                {"name": say(name), "href": href, "is_current": href.partition("?")[0] == self.path}
                for name, href in self.tabs(asked)
            ],
        }


def _customers(_: Asked) -> tuple[Tab, ...]:
    return ((N_("Accounts"), "/accounts"), (N_("Contacts"), "/contacts"))


def sales_tabs(asked: Asked | None, board: Mapping[str, str] | None = None) -> tuple[Tab, ...]:
    """The board, the list, the leads: what one is filtered by goes to the other, as far as that knows it.

    `board`: what the board shows, where it is the page.
    """
    if board is not None:
        owner = {} if board["whose"] == "all" else {"owner": board["whose"]}
        more = {"next": "1"} if board.get("filter") else {}
        pipeline = {"pipeline": board["pipeline"]} if board.get("pipeline") else {}
        listed = {**owner, **pipeline, "state": "open", **more}
        shown = dict(board)
    else:
        wanted = asked.wanted if asked is not None and asked.listing is OPPORTUNITIES else None
        listed = {} if wanted is None else dict(wanted)
        shown = {"whose": listed.get("owner", "all")} if wanted is not None else {}
        shown |= {"filter": "without-next"} if "next" in listed else {}
        shown |= {"pipeline": listed["pipeline"]} if "pipeline" in listed else {}
    return (
        (N_("Board"), f"/opportunities?{urlencode(shown)}" if shown else "/opportunities"),
        (N_("List"), f"/opportunities/list?{urlencode(listed)}" if listed else "/opportunities/list"),
        (N_("Leads"), "/leads"),
    )


LIST_ROOMS: Mapping[str, ListRoom] = {
    room.listing.kind: room
    for room in (
        ListRoom(
            ACCOUNTS, "/accounts", "customers", N_("Customers"),
            N_("Search customers and contacts"), N_("Name, city, phone…"),
            N_("No account matches the filters."),
            N_("Nobody is called “{words}” among your customers."),
            N_("No customers yet. The quickest way to the first one is its card."),
            ("/cards/new", "camera", N_("Photograph a card")),
            _customers,
        ),
        ListRoom(
            CONTACTS, "/contacts", "customers", N_("Contacts"),
            N_("Search contacts"), N_("Name, firm, phone…"),
            N_("No contact matches the filters."),
            N_("Nobody is called “{words}” among your contacts."),
            N_("No contacts yet. The quickest way to the first one is a card."),
            ("/cards/new", "camera", N_("Photograph a card")),
            _customers,
        ),
        ListRoom(
            OPPORTUNITIES, "/opportunities/list", "pipeline", N_("Pipeline"),
            N_("Search opportunities"), N_("What, with whom…"),
            N_("No opportunity matches the filters."),
            N_("No opportunity has “{words}”."),
            N_("No opportunities here yet. One begins with a call: log it, and say what they want."),
            ("/opportunities/new", "target", N_("New opportunity")),
            sales_tabs,
        ),
        ListRoom(
            LEADS, "/leads", "pipeline", N_("Leads"),
            N_("Search leads"), N_("Firm, person, city…"),
            N_("No lead matches the filters."),
            N_("No lead has “{words}”."),
            N_("No leads yet. Whoever asks, and is not a customer, begins here."),
            ("/leads/new", "flag", N_("New lead")),
            sales_tabs,
        ),
        ListRoom(
            ACTIVITIES, "/activities", "today", N_("Activities"),
            N_("Search activities"), N_("What was said or is to be done…"),
            N_("No activity matches the filters."),
            N_("No activity has “{words}”."),
            N_("No activities yet. Log a call in your own words, or plan one."),
            ("/quick-log?kind=call", "phone", N_("Log a call")),
            lambda _: ((N_("Agenda"), "/agenda?view=list"), (N_("Activities"), "/activities")),
        ),
        ListRoom(
            DOCUMENTS, "/documents", "more", N_("Documents"),
            N_("Search documents"), N_("Name or account…"),
            N_("No document matches the filters."),
            N_("No document is called “{words}”."),
            N_("No documents yet."),
            ("/documents/new", "plus", N_("Add files")),
            lambda _: (),
        ),
    )
}  # fmt: skip
