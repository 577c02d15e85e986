"""Where the pages are, as authenticators see it: the public address, or the host that the browser asked for."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request

from core.people.passkeys import Site
from core.settings import settings


def site_of(request: Request) -> Site:
    """The site that a passkey is made for, or used at."""
    address = urlsplit(settings().public_url or f"{request.url.scheme}://{request.url.netloc}")
    return Site(address.hostname or "", f"{address.scheme}://{address.netloc}")


def takes_passkeys(site: Site) -> bool:
    """Whether browsers make passkeys for it: for a name, under https or on one's own machine; never for a number."""
    try:
        ip_address(site.domain)
    except ValueError:
        return site.origin.startswith("https://") or site.domain == "localhost" or site.domain.endswith(".localhost")
    return False
