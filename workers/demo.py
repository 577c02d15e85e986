"""The demo company on this machine: loaded once, its users' password made here and kept beside the data."""

import asyncio
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from core.seeds.firms import FIRMS
from core.settings import Settings, settings

_SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "xi", "zo")


@dataclass(frozen=True, slots=True)
class DemoUser:
    """Somebody to sign in as."""

    name: str
    role: str
    company: str
    email: str


def load_once() -> None:
    """Loads the demo into a database without companies, or goes on where a first start was interrupted.

    Not where Ronda is open to the world, unless `ALLOW_DEMO=1`: everybody could sign in.
    """
    chosen = settings()
    if is_refused(chosen) or _read(chosen).get("loaded"):
        return
    asyncio.run(_load(chosen))


def is_refused(chosen: Settings) -> bool:
    """Whether the demo's users are kept out here."""
    return bool(chosen.public_url) and not chosen.allow_demo


def password(chosen: Settings) -> str | None:
    """The demo users' password, where the demo is loaded and let in."""
    kept = _read(chosen)
    return str(kept["password"]) if kept.get("loaded") and not is_refused(chosen) else None


def users() -> list[DemoUser]:
    """Everybody in the demo."""
    return [DemoUser(person.name, person.role, firm.name, person.email) for firm in FIRMS for person in firm.people]


async def _load(chosen: Settings) -> None:
    from core import database  # noqa: PLC0415
    from core.seeds import demo  # noqa: PLC0415

    try:
        kept = _read(chosen)
        if not kept and await demo.is_loaded():
            return
        kept = {"password": kept.get("password") or _new_password(), "loaded": False}
        _write(chosen, kept)
        began = datetime.now().astimezone()
        print("Making the demo company (once, about a minute) …", flush=True)
        await demo.load(lambda _: str(kept["password"]))
        seconds = (datetime.now().astimezone() - began).total_seconds()
        print(f"The demo is there, after {seconds:.0f} s.", flush=True)
        _write(chosen, {**kept, "loaded": True})
    finally:
        await database.close()


def _new_password() -> str:
    words = ("".join(secrets.choice(_SYLLABLES) for _ in range(3)) for _ in range(2))
    return f"{'-'.join(words)}-{secrets.randbelow(9000) + 1000}"


def _read(chosen: Settings) -> dict[str, object]:
    path = _path(chosen)
    return dict(json.loads(path.read_text())) if path.exists() else {}


def _write(chosen: Settings, kept: dict[str, object]) -> None:
    path = _path(chosen)
    path.touch(mode=0o600)
    path.write_text(json.dumps(kept))


def _path(chosen: Settings) -> Path:
    return chosen.data_dir / "demo.json"
