"""Who has changed what somebody is editing, for the form that is read again meanwhile."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.changers import who_changed
from pwa.addresses import number_of
from pwa.visit import Visit

_CHANNELS = ("phones", "emails", "addresses")


async def changed_by(visit: Visit, session: AsyncSession, record: Mapping[str, Any]) -> str | None:
    """The others who have changed the record since the event that the address names; None when it names none."""
    since = number_of(visit.query("since"), 14)
    if since is None:
        return None
    ids = [str(record["id"]), *_channels(record)]
    return ", ".join(await who_changed(session, visit.viewer, ids, since)) or None


def _channels(record: Mapping[str, Any]) -> Iterable[str]:
    return (str(row["id"]) for kind in _CHANNELS for row in record.get(kind, ()))
