"""What people call the browser and the machine that a `User-Agent` header speaks of."""

from core.i18n import N_, Translator

_BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def device_name(agent: str, translate: Translator) -> str:
    """`Chrome, Android`; an unknown one is said to be so."""
    browser = next((name for mark, name in _BROWSERS if mark in agent), None)
    machine = next((name for mark, name in _MACHINES if mark in agent), None)
    return ", ".join(filter(None, [browser, machine])) or translate(N_("Unknown device"))
