"""The demo company on this machine: made once, its users' password made here and kept beside the data."""

import asyncio
import json
import logging
import os
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from core.seeds.firms import FIRMS
from core.settings import Settings, settings
from workers.terminal import spoken

_SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "xi", "zo")

log = logging.getLogger("demo")


@dataclass(frozen=True, slots=True)
class DemoUser:
    """Somebody to sign in as."""

    name: str
    role: str
    company: str
    email: str


def begin_once() -> None:
    """Makes the demo's beginning in a database without companies, or goes on where a first start was interrupted.

    Not where Ronda is open to the world, unless `ALLOW_DEMO=1`: everybody could sign in.
    """
    chosen = settings()
    if not is_refused(chosen) and not _has_begun(kept := _read(chosen)):
        asyncio.run(_begin(chosen, kept))


async def complete_once() -> None:
    """Makes the rest of a demo that has begun, while people are in it already; the clock's."""
    chosen = settings()
    kept = _read(chosen)
    if is_refused(chosen) or not _has_begun(kept) or is_complete(chosen):
        return
    from core.seeds import demo  # noqa: PLC0415

    _ = spoken()
    await demo.complete(date.fromisoformat(kept["day"]))
    _write(chosen, {**kept, "loaded": True})
    log.info(_("The demo company is complete."))


def is_refused(chosen: Settings) -> bool:
    """Whether the demo's users are kept out here."""
    return bool(chosen.public_url) and not chosen.allow_demo


def is_complete(chosen: Settings) -> bool:
    """Whether all of the demo is there."""
    return bool(_read(chosen).get("loaded"))


def password(chosen: Settings) -> str | None:
    """The demo users' password, where the demo is there and let in."""
    kept = _read(chosen)
    return str(kept["password"]) if _has_begun(kept) and not is_refused(chosen) else None


def users() -> list[DemoUser]:
    """Everybody in the demo."""
    return [DemoUser(person.name, person.role, firm.name, person.email) for firm in FIRMS for person in firm.people]


async def _begin(chosen: Settings, kept: dict[str, Any]) -> None:
    from core import database  # noqa: PLC0415
    from core.seeds import demo  # noqa: PLC0415

    _ = spoken()
    try:
        if not kept and await demo.is_loaded():
            return
        kept = {"password": _new_password(), "day": demo.today().isoformat(), **kept}
        _write(chosen, kept)
        began = datetime.now().astimezone()
        print(_("Making the demo company, this once …"), flush=True)
        await demo.begin(str(kept["password"]), date.fromisoformat(kept["day"]))
        _write(chosen, {**kept, "begun": True})
        seconds = (datetime.now().astimezone() - began).total_seconds()
        print(_("Its people are in, after {n} s.", {"n": f"{seconds:.0f}"}), flush=True)
    finally:
        await database.close()


def _has_begun(kept: dict[str, Any]) -> bool:
    return bool(kept.get("begun") or kept.get("loaded"))


def _new_password() -> str:
    words = ("".join(secrets.choice(_SYLLABLES) for _ in range(3)) for _ in range(2))
    return f"{'-'.join(words)}-{secrets.randbelow(9000) + 1000}"


def _read(chosen: Settings) -> dict[str, Any]:
    path = _path(chosen)
    return dict(json.loads(path.read_text())) if path.exists() else {}


def _write(chosen: Settings, kept: dict[str, Any]) -> None:
    draft = _path(chosen).with_suffix(".new")
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(kept))
    os.replace(draft, _path(chosen))  # a start that is killed here leaves the one or the other  # noqa: PTH105


def _path(chosen: Settings) -> Path:
    return chosen.data_dir / "demo.json"
