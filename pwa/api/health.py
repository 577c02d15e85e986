"""Whether this process can serve: it reaches the database."""

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from core.changes import last_numbers
from core.database import EVERY_COMPANY, reading


async def show(_: Request) -> Response:
    """200 when it can, 503 when it cannot."""
    try:
        async with reading(EVERY_COMPANY) as session:
            await last_numbers(session, [])
    except (SQLAlchemyError, OSError):
        return JSONResponse({"ok": False}, 503)
    return JSONResponse({"ok": True})
