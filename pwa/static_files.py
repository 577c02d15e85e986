"""Style sheet, scripts, icons: under an address with their version, to be kept for ever; without it, asked about."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from core.i18n import LOCALES
from pwa import bundle
from pwa.errors import signed_out_page
from pwa.portable.bundle import portable_bundle
from pwa.session import wished_locale

STATIC = Path(__file__).parent / "static"
_FOR_EVER = "public, max-age=31536000, immutable"
_A_DAY = "public, max-age=86400"
_ASK = "no-cache"


class Files(StaticFiles):
    """The folder `static`."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = _FOR_EVER if b"v=" in scope["query_string"] else _A_DAY
        return response


async def stylesheet(request: Request) -> Response:
    """All of the style as one file."""
    return _versioned(request, bundle.stylesheet(), "text/css", bundle.version())


async def script(request: Request) -> Response:
    """All behaviours as one file."""
    return _versioned(request, bundle.script(), "text/javascript", bundle.version())


async def portable(request: Request) -> Response:
    """The phone's renderer with all templates, in one language (`es`, `en`)."""
    locale = request.path_params["locale"]
    if locale not in LOCALES:
        raise HTTPException(404)
    text, digest = portable_bundle(locale)
    return _versioned(request, text, "text/javascript", digest)


async def manifest(request: Request) -> Response:
    """What makes the pages an app."""
    return _kept(request, _text("manifest.webmanifest"), "application/manifest+json", _A_DAY)


async def service_worker(request: Request) -> Response:
    """The worker, at the root: it looks after all pages. Browsers ask at each visit whether it is still the same."""
    return _kept(request, _text("service_worker.js"), "text/javascript", _ASK)


async def offline(request: Request) -> Response:
    """What is shown where there is no network."""
    locale = request.path_params["locale"]
    known = locale if locale in LOCALES else wished_locale(request)
    response = signed_out_page(request, "errors/offline.html", {}, locale=known)
    response.headers["Cache-Control"] = _A_DAY
    return response


def _versioned(request: Request, text: str, media_type: str, version: str) -> Response:
    return _kept(request, text, media_type, _FOR_EVER if request.query_params.get("v") == version else _ASK, version)


def _kept(request: Request, text: str, media_type: str, how_long: str, version: str | None = None) -> Response:
    """The text, or that the browser still has it (304)."""
    tag = f'"{version or sha256(text.encode()).hexdigest()[:10]}"'
    headers = {"Cache-Control": how_long, "ETag": tag}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(text, media_type=media_type, headers=headers)


@cache
def _text(name: str) -> str:
    return (STATIC / name).read_text()
