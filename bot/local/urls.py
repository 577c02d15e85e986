"""Which addresses Telegram takes in links and buttons."""

from urllib.parse import urlsplit

NOT_IN_A_HOST = frozenset(" \t\n\"'<>{}|\\^`")


def checked_url(link: str) -> str:
    """The address as Telegram keeps it: with scheme and path. Raises ValueError where it is not taken.

    As in TDLib's `LinkManager::check_link`: http, https and tg only, and a host needs a dot (so `localhost`
    is refused and `127.0.0.1` is not).
    """
    try:
        return _normal(link)
    except ValueError as error:
        raise ValueError(f"URL '{link}' is invalid: {error}") from error


def _normal(link: str) -> str:
    if link.lower().startswith("tg:"):
        return link
    parts = urlsplit(link if "://" in link else f"http://{link}")
    if parts.scheme.lower() not in ("http", "https"):
        raise ValueError("Unsupported URL protocol")
    host = (parts.hostname or "").lower()
    if not host:
        raise ValueError("URL host is empty")
    if NOT_IN_A_HOST & set(host):
        raise ValueError("Disallowed character in URL host")
    if "." not in host and ":" not in host:
        raise ValueError("Wrong HTTP URL")
    if parts.port == 0:
        raise ValueError("Wrong port number specified in the URL")
    return parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/").geturl()
