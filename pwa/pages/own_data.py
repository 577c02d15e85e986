"""A copy of one's own data, as a download."""

from datetime import timedelta

from starlette.responses import Response, StreamingResponse

from core.people.own_data import own_data
from core.people.sign_in import count_try
from pwa.forms import Form
from pwa.visit import Visit, writes
from pwa.zip_stream import zipped

_MOST_AN_HOUR = 6


@writes
async def download(visit: Visit, _: Form) -> Response:
    """Everything that is one's own, in a zip file that is made while it is sent."""
    await count_try(f"own-data:{visit.viewer.user_id}", _MOST_AN_HOUR, timedelta(hours=1))
    name = f"ronda-{visit.now.date()}.zip"
    return StreamingResponse(
        zipped(own_data(visit.viewer), visit.now),
        media_type="application/zip",
        # Packed already: the next to pack it would only cost time.
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Content-Encoding": "identity"},
    )
