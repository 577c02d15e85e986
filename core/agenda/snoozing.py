"""A reminder that comes again a little later; the activity stays where it is."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from core.agenda.models import Activity
from core.errors import Invalid
from core.i18n import N_
from core.operations import Payload, Result, operation
from core.payloads import IdField
from core.policy import Permission
from core.work import Work


class Snooze(Payload):
    id: IdField
    minutes: Annotated[int, Field(ge=1, le=24 * 60)]


@operation("activity.snooze", Permission.ACTIVITY_EDIT, undoable=False)
async def snooze_reminder(work: Work, payload: Snooze) -> Result:
    """Reminds again after so many minutes, unless it is done by then."""
    activity = await work.edit(Activity, payload.id)
    if activity.state != "planned":
        raise Invalid(N_("This is no longer planned."))
    due_at = work.now + timedelta(minutes=payload.minutes)
    work.post("chat.reminder", {"activity_id": activity.id}, due_at=due_at)
    return {"id": activity.id, "due_at": due_at.isoformat()}
