"""Part of a file, as players ask for it: Safari plays no sound from a server that gives only the whole."""

import re

from starlette.responses import Response

_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def whole_or_part(content: bytes, wanted: str | None, media_type: str, headers: dict[str, str]) -> Response:
    """The content, or with a `Range` header the one piece that it names (RFC 9110, 14.2); several are not given."""
    headers = headers | {"Accept-Ranges": "bytes"}
    found = _RANGE.fullmatch(wanted.strip()) if wanted else None
    if found is None or not (found[1] or found[2]):
        return Response(content, media_type=media_type, headers=headers)
    total = len(content)
    first, last = _bounds(found[1], found[2], total)
    if first > last:
        return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{total}"})
    headers |= {"Content-Range": f"bytes {first}-{last}/{total}"}
    return Response(content[first : last + 1], status_code=206, media_type=media_type, headers=headers)


def _bounds(first: str, last: str, total: int) -> tuple[int, int]:
    """The first and the last byte; the first is greater where there is none to give."""
    end = total - 1
    if not first:
        return total - min(int(last), total), end
    return int(first), min(int(last), end) if last else end
