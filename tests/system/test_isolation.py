"""Nobody finds what is not theirs to see, at no address: what is unseen looks like what never existed."""

import re
from collections.abc import AsyncIterator, Mapping
from urllib.parse import quote

import httpx
import pytest

from core.customers.world import forget_worlds
from core.database import EVERY_COMPANY, reading
from core.people.devices import devices_of
from core.people.passkeys import passkeys_of
from core.people.personal import chats_of, settings_of
from core.people.second_factor import state
from core.records import new_id
from pwa.routes import ROUTES
from tests.builders.cast import EBRO, RIVAL, Firm
from tests.pwa.visitors import Visitors
from tests.system.cards import card_of
from tests.system.secrets import Secrets, nowhere, secrets_of
from tests.system.urls import (
    FOR_ANYBODY,
    LIVE,
    MAKING,
    OF_THE_COMPANY,
    ONESELF,
    OWN,
    PERSONAL,
    RECORDS,
    ROOMS,
    TABLES,
    Address,
)

OUTSIDERS = ((RIVAL, "admin"), (RIVAL, "rep"), (EBRO, "southerner"), (EBRO, "mate"))
"""Another company, another unit, a peer whose reach is the own and the team's."""
SEERS = ("reader", "colleague")
"""They see the unit's records and edit none of the rep's."""
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NO_SUCH_THING = 404


@pytest.fixture
async def firm(sqlite: str) -> Firm:
    forget_worlds()
    return await Firm.known(EBRO)


@pytest.fixture
async def rival(firm: Firm) -> Firm:
    return await Firm.known(RIVAL)


@pytest.fixture
async def secrets(firm: Firm) -> Secrets:
    return await secrets_of(firm)


@pytest.fixture
async def visitors(firm: Firm) -> AsyncIterator[Visitors]:
    found = Visitors()
    yield found
    await found.leave()


@pytest.fixture
async def outsiders(firm: Firm, rival: Firm, visitors: Visitors) -> dict[str, httpx.AsyncClient]:
    """The browsers of those who may see nothing of the rep's."""
    firms = {EBRO: firm, RIVAL: rival}
    return {f"{who} of {key}": await visitors.of(firms[key], who) for key, who in OUTSIDERS}


def test_every_address_says_whom_it_is_for() -> None:
    known = {*FOR_ANYBODY, LIVE, *(name for table in TABLES for name in table)}
    assert {route.name for route in ROUTES} == known  # type: ignore[attr-defined]


async def test_what_one_may_not_see_looks_like_what_never_existed(
    secrets: Secrets, outsiders: Mapping[str, httpx.AsyncClient]
) -> None:
    for address in _all(RECORDS, PERSONAL):
        for who, browser in outsiders.items():
            unseen = await _ask(browser, address, secrets.ids)
            never = await _ask(browser, address, nowhere(secrets.ids))
            assert unseen.status_code == NO_SUCH_THING, (who, address)
            assert _without_ids(unseen) == _without_ids(never), (who, address)


async def test_what_one_sees_but_may_not_edit_is_not_permitted(
    firm: Firm, secrets: Secrets, visitors: Visitors
) -> None:
    wrong = []
    for who in SEERS:
        browser = await visitors.of(firm, who)
        for address in _all(RECORDS):
            answer = await _ask(browser, address, secrets.ids)
            expected = 303 if who == "colleague" and address.makes_ones_own else address.seen_only
            if answer.status_code != expected:
                wrong.append((who, address.path, address.form, answer.status_code))
    assert not wrong


async def test_what_is_one_persons_alone_is_not_found_by_superiors(
    firm: Firm, secrets: Secrets, visitors: Visitors
) -> None:
    for who in ("admin", "manager", "reader", "colleague"):
        browser = await visitors.of(firm, who)
        for address in _all(PERSONAL):
            assert (await _ask(browser, address, secrets.ids)).status_code == NO_SUCH_THING, (who, address)


async def test_ones_own_pages_hold_nothing_of_others(
    secrets: Secrets, outsiders: Mapping[str, httpx.AsyncClient]
) -> None:
    for address in _all(OWN, ONESELF):
        for who, browser in outsiders.items():
            answer = await _ask(browser, address, secrets.ids)
            told = _without_what_was_sent(answer, address, secrets)
            assert not [word for word in secrets.words if word in told], (who, address)


async def test_a_reader_makes_nothing(firm: Firm, secrets: Secrets, visitors: Visitors) -> None:
    browser = await visitors.of(firm, "reader")
    for address in _all(MAKING):
        assert (await _ask(browser, address, secrets.ids)).status_code == 403, address


async def test_administration_is_for_who_manages_the_company(firm: Firm, secrets: Secrets, visitors: Visitors) -> None:
    for who in ("manager", "rep", "colleague", "reader"):
        browser = await visitors.of(firm, who)
        for address in _all(ROOMS, OF_THE_COMPANY):
            assert (await _ask(browser, address, secrets.ids)).status_code == 403, (who, address)


async def test_an_admin_reaches_nothing_of_another_company_and_reads_nothing_of_it(
    rival: Firm, secrets: Secrets, visitors: Visitors
) -> None:
    browser = await visitors.of(rival, "admin")
    for address in _all(OF_THE_COMPANY):
        theirs = await _ask(browser, address, secrets.ids)
        never = await _ask(browser, address, {name: new_id() for name in secrets.ids})
        assert theirs.status_code == NO_SUCH_THING, address
        assert _without_ids(theirs) == _without_ids(never), address
    for address in _all(ROOMS):
        answer = await _ask(browser, address, secrets.ids)
        told = _without_what_was_sent(answer, address, secrets)
        assert not [word for word in (*secrets.words, "Equipo Discreto", "Ida") if word in told], address


async def test_what_touches_oneself_touches_nobody_else(
    firm: Firm, secrets: Secrets, outsiders: Mapping[str, httpx.AsyncClient]
) -> None:
    before = await _belongings(firm)
    for address in _all(ONESELF):
        for browser in outsiders.values():
            await _ask(browser, address, secrets.ids)
    assert await _belongings(firm) == before


async def test_nobody_is_led_to_the_sign_in_from_everywhere(secrets: Secrets, visitors: Visitors) -> None:
    nobody = visitors.stranger()
    for address in (*_all(*TABLES), Address("/live")):
        answer = await _ask(nobody, address, secrets.ids)
        if address.fragment:
            assert (answer.status_code, answer.text) == (401, ""), address
        else:
            assert answer.status_code == 303, address
            assert answer.headers["location"].startswith("/sign-in"), address


def _all(*tables: Mapping[str, tuple[Address, ...]]) -> list[Address]:
    return [address for table in tables for addresses in table.values() for address in addresses]


async def _ask(browser: httpx.AsyncClient, address: Address, ids: Mapping[str, str]) -> httpx.Response:
    path = address.path.format(**{name: quote(value) for name, value in ids.items()})
    headers = {"HX-Request": "true"} if address.fragment else {}
    if address.form is None:
        return await browser.get(path, headers=headers)
    form = {name: value.format(**ids) for name, value in address.form.items()}
    photo = ("card.jpg", card_of("Ana", "ana@example.com"), "image/jpeg")
    files = {"photo": photo, "files": photo} if address.photo else None
    return await browser.post(path, data=form, files=files, headers=headers)


def _without_ids(answer: httpx.Response) -> str:
    return UUID.sub("", answer.text)


def _without_what_was_sent(answer: httpx.Response, address: Address, secrets: Secrets) -> str:
    """The page without the words that came from the viewer: a search field holds what was searched for."""
    sent = [secrets.ids[name] for name in re.findall(r"\{(\w+)\}", f"{address.path} {address.form or ''}")]
    told = answer.text
    for word in sent:
        told = told.replace(word, "")
    return told


async def _belongings(firm: Firm) -> list[object]:
    """What the rep has set, linked, is signed in on and signs in with."""
    rep = firm.people["rep"]
    async with reading(EVERY_COMPANY) as session:
        mine = (settings_of, chats_of, devices_of, passkeys_of, state)
        return [await belonging(session, rep) for belonging in mine]
