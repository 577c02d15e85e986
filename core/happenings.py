"""An event in one line: what is worth telling of a record's history, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.i18n import N_, Translator
from core.record_pages import has_page, page_of


@dataclass(frozen=True, slots=True)
class Happening:
    """A line: what it is drawn as, its words, a remark, where it leads."""

    kind: str
    title: str
    note: str | None = None
    href: str | None = None


_VERBS = {
    "account": {"created": ("account", N_("{title} is a new account"))},
    "contact": {"created": ("contact", N_("{title} is a new contact"))},
    "lead": {"created": ("lead", N_("New lead: {title}"))},
    "opportunity": {"created": ("opportunity", N_("New opportunity: {title}"))},
    "document": {"created": ("document", N_("{title} was added"))},
    "account_contact": {"created": ("contact", N_("{title} works here"))},
}
_OUTCOMES = {
    "won": N_("“{title}” is won"),
    "lost": N_("“{title}” is lost"),
    "postponed": N_("“{title}” is postponed"),
    "open": N_("“{title}” moved to {stage}"),
}
_STATUSES = {
    "assigned": ("moved", N_("“{title}” was handed over")),
    "working": ("moved", N_("“{title}” is being worked on")),
    "recycled": ("postponed", N_("“{title}” is put off")),
    "dead": ("lost", N_("“{title}” was discarded")),
    "converted": ("won", N_("“{title}” has become a customer")),
    "new": ("moved", N_("“{title}” is new again")),
}
_EDITED = {
    "lead": N_("“{title}” was changed"),
    "account": N_("{title} was changed"),
    "contact": N_("{title} was changed"),
    "opportunity": N_("“{title}” was changed"),
}
# Changes of these alone are not worth a line: they follow from something that has one.
_SILENT = frozenset({
    "archived_at", "stage_since", "closed_at", "probability", "outcome", "unit_id", "team_id", "merged_into_id",
    "apart",
})  # fmt: skip


def is_told(event: Any) -> bool:
    """Whether an event (change, subject_kind, difference) is worth a line."""
    if event.change == "created":
        # A contact that was made at an account is told once, not again as its place there.
        return bool(event.subject_kind != "account_contact" or event.verb == "contact.tie")
    changed: set[str] = set(event.difference)
    if event.verb.endswith(".merge") and "absorbed" not in changed:
        return False  # it only moved with what was merged
    return bool(event.change == "changed" and event.subject_kind in _EDITED) and not changed <= _SILENT


def happening(
    event: Any, title: str, stages: Mapping[str, str], translate: Translator, *, about_itself: bool
) -> Happening:
    """The event's line; `title` is its subject's, `stages` the names of stages by id.

    `about_itself`: on the subject's own page, which it need not link.
    """
    if event.change == "created":
        kind, words = _VERBS[event.subject_kind]["created"]
        if event.verb == "contact.create_from_card" and event.subject_kind == "contact":
            kind, words = "card", N_("{title}, from a card")
        return Happening(kind, translate(words, {"title": title}), href=_href(event, about_itself=about_itself))
    if event.subject_kind == "opportunity" and "stage_id" in event.difference:
        return _moved(event, title, stages, translate, about_itself=about_itself)
    if event.subject_kind == "lead" and "status" in event.difference:
        kind, words = _STATUSES[event.difference["status"][1]]
        reason = event.difference.get("reason", [None, None])[1]
        href = _href(event, about_itself=about_itself)
        return Happening(kind, translate(words, {"title": title}), note=reason, href=href)
    if "absorbed" in event.difference:
        words = N_("{title} was put together with another of the same")
        return Happening("merged", translate(words, {"title": title}), href=_href(event, about_itself=about_itself))
    words = _EDITED[event.subject_kind]
    return Happening("changed", translate(words, {"title": title}), href=_href(event, about_itself=about_itself))


def _moved(
    event: Any, title: str, stages: Mapping[str, str], translate: Translator, *, about_itself: bool
) -> Happening:
    outcome = event.difference.get("outcome", [None, "open"])[1]
    reason = event.difference.get("reason", [None, None])[1]
    stage = stages.get(event.difference["stage_id"][1], "")
    return Happening(
        "moved" if outcome == "open" else outcome,
        translate(_OUTCOMES[outcome], {"title": title, "stage": stage}),
        note=reason,
        href=_href(event, about_itself=about_itself),
    )


def _href(event: Any, *, about_itself: bool) -> str | None:
    if about_itself or not has_page(event.subject_kind):
        return None
    return page_of(event.subject_kind, event.subject_id)
