"""What would become of each row: new, changed, there already, or wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.customers.duplicates import Likeness
from core.i18n import N_
from core.imports.matching import Known, View, account_keys, contact_keys, view_of
from core.imports.models import OnSame, Verdict
from core.imports.planning import Payload, Planner, RowPlan
from core.imports.problems import Problem
from core.imports.updating import edit_of
from core.policy import Viewer
from core.records import new_id

Views = Mapping[str, View]
_NOT_YOURS = N_("{name} is there already, and you may not change it.")


@dataclass(slots=True)
class Weighed:
    """A row, and what was found for it; its payload waits for the whole views of what it would change."""

    number: int
    cells: Sequence[str]
    plan: RowPlan
    wrong: bool = False
    account_id: str | None = None
    contact_id: str | None = None
    new_account: bool = False
    new_contact: bool = False
    edits_account: bool = False
    edits_contact: bool = False
    ties: bool = False
    like: dict[str, str] | None = None
    """What it is like without being the same: kind, id, name."""
    payload: Payload | None = None

    @property
    def verdict(self) -> Verdict:
        if self.wrong:
            return Verdict.WRONG
        if self.payload is None:
            return Verdict.SAME
        return Verdict.NEW if self.new_account or self.new_contact else Verdict.UPDATE

    def shown(self) -> dict[str, Any]:
        account, contact = self.plan.account, self.plan.contact
        of = contact or account or {}
        cities = [one.get("city", "") for payload in (account, contact) for one in (payload or {}).get("addresses", ())]
        return {
            "account": account["name"] if account else None,
            "contact": contact["name"] if contact else None,
            "new_account": self.new_account,
            "new_contact": self.new_contact,
            "city": next(filter(None, cities), None),
            "phone": next((one["number"].partition(";")[0] for one in of.get("phones", ())), None),
            "email": next((one["address"] for one in of.get("emails", ())), None),
            "like": self.like,
        }


@dataclass(slots=True)
class Scale:
    """Weighs the rows of one file in their order; it remembers the accounts and contacts of those that went before."""

    viewer: Viewer
    planner: Planner
    accounts: Known
    contacts: Known
    on_same: OnSame
    lenient: bool
    counts: dict[str, int] = field(default_factory=dict)

    def weigh(self, number: int, cells: Sequence[str]) -> Weighed | None:
        """None for a row with nothing in it."""
        plan = self.planner.plan(cells)
        if plan.account is None and plan.contact is None and not plan.problems:
            return None
        row = Weighed(number, cells, plan)
        row.wrong = plan.fatal or (bool(plan.problems) and not self.lenient)
        place = None if row.wrong else self._account(row)
        if not row.wrong and plan.contact:
            self._contact(row, place)
        return row

    def settle(self, row: Weighed, accounts: Views, contacts: Views) -> None:
        """Gives the row its payload; `accounts` and `contacts`: whole views of what may be changed, by id."""
        payload: Payload = {}
        if not row.wrong:
            if row.new_account:
                payload["account"] = {"id": row.account_id, **(row.plan.account or {})}
            elif row.edits_account and (edit := _edit(accounts, row.account_id, row.plan.account, self.on_same)):
                payload["account_edit"] = edit
            if row.new_contact:
                payload["contact"] = {"id": row.contact_id, **(row.plan.contact or {})}
            elif row.edits_contact and (edit := _edit(contacts, row.contact_id, row.plan.contact, self.on_same)):
                payload["contact_edit"] = edit
            elif row.ties:
                payload["contact_edit"] = {"id": row.contact_id}
            if (row.new_contact or row.ties) and row.account_id and not payload.keys() & {"account", "account_edit"}:
                payload["account_id"] = row.account_id
        row.payload = payload or None
        for name, several in (
            (row.verdict.value, 1),
            ("accounts", not row.wrong and row.new_account),
            ("contacts", not row.wrong and row.new_contact),
            ("alike", row.like is not None),
        ):
            self.counts[name] = self.counts.get(name, 0) + int(several)

    def _account(self, row: Weighed) -> View | None:
        """Finds or makes the row's account; gives it as the scorer sees it."""
        given = row.plan.account
        if given is None:
            return None
        wanted = _likeness(given, firm="" if row.plan.by_number else given["name"])
        best = self.accounts.best(wanted, account_keys(wanted), wanted.firm)
        if best is not None and best[1] >= self.accounts.certain and self._is_taken(best[0], row):
            view = best[0]
            row.account_id = view["id"]
            if "owner_id" in view and not self._may_edit(view):
                if row.plan.contact or self.on_same is not OnSame.SKIP:
                    row.plan.problems.append(Problem(_NOT_YOURS, facts={"name": view["name"]}))
                row.wrong = row.plan.contact is not None
            else:
                row.edits_account = "owner_id" in view and self.on_same is not OnSame.SKIP
            return view
        if row.plan.by_number:
            row.wrong = True
            row.plan.problems.append(Problem(N_("There is no account with this tax number, and the row has no name.")))
            return None
        if best is not None and best[1] < self.accounts.certain:
            row.like = {"kind": "account", "id": best[0]["id"], "name": best[0]["name"]}
        row.account_id, row.new_account = new_id(), True
        view = view_of(row.account_id, given)
        self.accounts.add(view)
        return view

    def _is_taken(self, view: View, row: Weighed) -> bool:
        """To create anyway still puts the people of one firm in the file at one account."""
        return self.on_same is not OnSame.CREATE or ("owner_id" not in view and row.plan.contact is not None)

    def _contact(self, row: Weighed, place: View | None) -> None:
        given = row.plan.contact or {}
        wanted = _likeness(given, firm=place["name"] if place else "", name=given["name"])
        best = self.contacts.best(wanted, contact_keys(wanted), given["name"])
        if best is not None and best[1] >= self.contacts.certain and self.on_same is not OnSame.CREATE:
            view = best[0]
            row.contact_id = view["id"]
            if "owner_id" in view and not self._may_edit(view):
                row.plan.problems.append(Problem(_NOT_YOURS, facts={"name": view["name"]}))
                return
            row.edits_contact = "owner_id" in view and self.on_same is not OnSame.SKIP
            if place is not None and place["id"] not in {one["id"] for one in view["accounts"]}:
                row.ties = self.on_same is not OnSame.SKIP or row.new_account
                view["accounts"].append({"id": place["id"], "name": place["name"]})
            return
        if best is not None and best[1] < self.contacts.certain and row.like is None:
            row.like = {"kind": "contact", "id": best[0]["id"], "name": best[0]["name"]}
        row.contact_id, row.new_contact = new_id(), True
        at = [{"id": place["id"], "name": place["name"]}] if place else []
        self.contacts.add(view_of(row.contact_id, given, at))

    def _may_edit(self, view: View) -> bool:
        return self.viewer.edited.covers_owner(view["owner_id"], view["team_id"], view["unit_id"])


def _edit(views: Views, record_id: str | None, given: Payload | None, on_same: OnSame) -> Payload | None:
    view = views.get(record_id or "")
    return edit_of(view, given, on_same) if view and given else None


def _likeness(given: Payload, *, firm: str, name: str = "") -> Likeness:
    return Likeness(
        name=name,
        firm=firm,
        phones=tuple(phone["number"].partition(";")[0] for phone in given.get("phones", ())),
        emails=tuple(email["address"] for email in given.get("emails", ())),
        tax_id=given.get("tax_id") or "",
        website=given.get("website") or "",
        city=next((one.get("city", "") for one in given.get("addresses", ())), ""),
    )
