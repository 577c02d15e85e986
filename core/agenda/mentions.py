"""Colleagues who are named in what is noted of an activity – `@Marta`, `@marta.soler` –: they are told, and find it.

Derived from the words, in step with every change of them. Who may not see the activity is not told of it; whoever
wrote the name is told that.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from core import policy
from core.agenda.models import Activity
from core.database import Base, insert_into
from core.errors import NotFound
from core.finishing import follows
from core.folding import fold
from core.operations import Payload, Result, operation
from core.payloads import IdField
from core.people.models import Membership, User
from core.records import CompanyOwned, Id, UtcDateTime, belongs_to, index, new_id
from core.viewers import viewer_of
from core.work import Work

Values = dict[str, Any] | None

_NAMED = re.compile(r"(?<![\w@])@([^\W\d_][\w'’-]*(?:[ .][^\W\d_][\w'’-]*){0,3})")
_WRITTEN = ("subject", "note", "result")
_MOST = 20


class Mention(CompanyOwned, Base):
    """Somebody was named in the words of an activity."""

    __tablename__ = "mentions"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    activity_id: Mapped[str] = mapped_column(Id)
    user_id: Mapped[str] = mapped_column(Id)
    """Who was named."""
    by_id: Mapped[str] = mapped_column(Id)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        belongs_to("activities", "activity_id"),
        belongs_to("memberships", "user_id", "user_id"),
        belongs_to("memberships", "by_id", "user_id"),
        index("activity_id", "user_id", unique=True),
        index("user_id", "read_at"),
    )


class ReadMention(Payload):
    id: IdField


@operation("mention.read", None, undoable=False)
async def read_mention(work: Work, payload: ReadMention) -> Result:
    """One has read where one was named."""
    mine = (Mention.id == payload.id) & (Mention.user_id == work.viewer.user_id)
    read = update(Mention).where(mine).values(read_at=work.now).returning(Mention.activity_id)
    activity_id = (await work.session.execute(read)).scalar_one_or_none()
    if activity_id is None:
        raise NotFound
    return {"id": payload.id, "activity_id": activity_id}


@follows(Activity)
async def notice_mentions(work: Work, activity: Any, before: Values, after: Values) -> None:
    """Who is named newly is told; who is named no longer, or in what is no longer there, need not look."""
    then, now = _words_of(before), _words_of(after)
    if then == now or ("@" not in then and "@" not in now):
        return
    people = await _people(work) if "@" in now else {}
    meant = people_named(now, people)
    named = await _seeing(work, activity, meant)
    if untold := meant - named - people_named(then, people):
        work.besides["untold"] = ", ".join(sorted(people[user_id] for user_id in untold))
    gone = delete(Mention).where(Mention.activity_id == activity.id, Mention.user_id.not_in(sorted(named)))
    await work.session.execute(gone)
    for user_id in sorted(named):
        mention = {
            "id": new_id(), "company_id": work.viewer.company_id, "activity_id": activity.id, "user_id": user_id,
            "by_id": work.viewer.user_id, "at": work.now,
        }  # fmt: skip
        line = insert_into(work.session, Mention).values(mention).on_conflict_do_nothing().returning(Mention.id)
        if (await work.session.execute(line)).first() is not None:
            work.post("chat.mention", {"activity_id": activity.id, "by_id": work.viewer.user_id}, user_id=user_id)


def people_named(words: str, people: Mapping[str, str]) -> set[str]:
    """The ids of whom the words name by an `@`; `people`: id → name. Whom a name fits with others is not meant."""
    called = {user_id: fold(name).split() for user_id, name in people.items()}
    return set(filter(None, (_named(fold(found[1]).split(), called) for found in _NAMED.finditer(words))))


def _named(said: list[str], called: Mapping[str, list[str]]) -> str | None:
    """By as many of the words as begin somebody's name: in "@Marta mira esto", one."""
    for length in range(len(said), 0, -1):
        fitting = [user_id for user_id, name in called.items() if name[:length] == said[:length]]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _words_of(values: Values) -> str:
    return "\n".join(values[name] or "" for name in _WRITTEN) if values else ""


async def _people(work: Work) -> dict[str, str]:
    """The others at work in the company."""
    rows = await work.session.execute(
        select(User.id, User.name)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.disabled_at.is_(None), User.id != work.viewer.user_id)
    )
    return {row.id: row.name for row in rows}


async def _seeing(work: Work, activity: Activity, user_ids: Iterable[str]) -> set[str]:
    """Of these people, those who may see the activity."""
    found = set()
    for user_id in sorted(user_ids)[:_MOST]:
        try:
            viewer = await viewer_of(work.session, work.viewer.company_id, user_id)
        except NotFound:  # locked out everywhere
            continue
        if policy.may_see(viewer, activity):
            found.add(user_id)
    return found
