"""What is measured: the pages and forms of a day, as a browser asks for them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from uuid import uuid4

import httpx

from tests.bench.filling import PASSWORD, Filled

Ask = Callable[[httpx.AsyncClient, Filled], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of request, and whose it is: `rep` sees a fiftieth of the data, `manager` a fifth, `admin` all."""

    name: str
    by: str
    request: Ask
    aim: int | None = None
    """Milliseconds of CPU a request that it may take."""
    requests: int = 80


@asynccontextmanager
async def signed_in_as(url: str, email: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that has signed in."""
    headers = {"Origin": url, "Accept-Language": "es"}
    async with httpx.AsyncClient(base_url=url, headers=headers, timeout=60, trust_env=False) as client:
        answer = await client.post("/sign-in", data={"email": email, "password": PASSWORD})
        assert answer.status_code == httpx.codes.SEE_OTHER, answer.text
        yield client


def get(path: str, **headers: str) -> Ask:
    """A page; `{account_id}` and the like are filled from the data."""

    async def request(client: httpx.AsyncClient, filled: Filled) -> None:
        address = path.format(account_id=filled.account_id, opportunity_id=filled.opportunity_id)
        answer = await client.get(address, headers=headers)
        assert answer.status_code == httpx.codes.OK, (address, answer.status_code)

    return request


def typed(words: str) -> Ask:
    """What a search finds, as it travels while one types."""
    return get(f"/accounts?q={words}", **{"HX-Request": "true", "HX-Target": "results"})


def everything(words: str) -> Ask:
    """The same in the search over everything."""
    return get(f"/search?q={words}", **{"HX-Request": "true", "HX-Target": "found"})


async def log_a_call(client: httpx.AsyncClient, filled: Filled) -> None:
    """A call in one's own words, for a customer of one's own: understood and saved."""
    form = {
        "operation_id": str(uuid4()),
        "words": "llamé, quieren precio del modelo B",
        "account": filled.account_id,
        "confirmed": "1",
    }
    _require_saved(await client.post("/quick-log", data=form))


_stages = cycle(range(4))


async def move_a_stage(client: httpx.AsyncClient, filled: Filled) -> None:
    """An opportunity into the next stage, round and round through the open ones."""
    form = {"operation_id": str(uuid4()), "stage": filled.stage_ids[next(_stages)]}
    _require_saved(await client.post(f"/opportunities/{filled.opportunity_id}/move", data=form))


def _require_saved(answer: httpx.Response) -> None:
    assert answer.status_code == httpx.codes.SEE_OTHER, (answer.status_code, answer.text[:500])


PAGES = tuple(
    Page(f"{name} ({by})", by, ask, aim)
    for by in ("rep", "manager", "admin")
    for name, ask, aim in (
        ("today", get("/today"), None),
        ("agenda week", get("/agenda?view=week"), None),
        ("customers", get("/accounts"), 15),
        ("search nuñez", get("/accounts?q=nu%C3%B1ez"), 10),
        ("search garcia maria", get("/accounts?q=garcia+maria"), 10),
        ("search nuñez, typed", typed("nu%C3%B1ez"), 10),
        ("search nuñes, a slip", typed("nu%C3%B1es"), None),
        ("search everything nuñez", everything("nu%C3%B1ez"), 10),
        ("search everything precio", everything("precio"), 10),
        ("opened lately", everything(""), 10),
        ("customers, filtered", get("/accounts?tag=horeca&quiet=30&open=1"), 15),
        ("contacts", get("/contacts"), 15),
        ("account page", get("/accounts/{account_id}"), 16),
        ("pipeline", get("/opportunities"), 45),
        ("opportunity page", get("/opportunities/{opportunity_id}"), None),
        ("where it may be moved", get("/opportunities/{opportunity_id}/move"), None),
        ("log a call", log_a_call, 12),
        ("move a stage", move_a_stage, 12),
    )
)
