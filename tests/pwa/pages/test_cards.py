"""A photographed card on its page: doubts in their fields, what a known contact takes, the other side."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from PIL import Image

from core.customers.card_intake import card_was_read
from core.customers.cards import Card, Doubt, Phone
from tests.builders.cast import Firm
from tests.pwa.visitors import Visitors

PHOTO = Path("tests/workers/readers/photos/blank.jpg")
CARD = Card(
    full_name="Elena Sanchis Roig",
    job_title="Directora de compras",
    company="Cerámicas Turia S.L.",
    emails=("elena@ceramicasturia.es",),
    phones=(Phone("+34600111222", "mobile"),),
)


@pytest.fixture
async def browser(firm: Firm, visitors: Visitors) -> httpx.AsyncClient:
    return await visitors.of(firm)


async def photographed(
    browser: httpx.AsyncClient, firm: Firm, card: Card | None, *, back: Card | None = None, front: str = "",
    picture: bytes | None = None,
) -> str:  # fmt: skip
    """The address of a photo's page, after a worker has read it so."""
    files = {"photo": ("card.jpg", PHOTO.read_bytes(), "image/jpeg")}
    sent = await browser.post("/cards", files=files, data={"front": front})
    address = sent.headers["location"]
    await card_was_read(firm.company_id, address.rpartition("/")[2], card, back=back, picture=picture)
    return address


async def test_doubts_are_fields_that_are_confirmed_or_mended_together(firm: Firm, browser: httpx.AsyncClient) -> None:
    doubts = (Doubt("emails", "elena@ceramicasturia.es"), Doubt("phones", "+34600111222", ("+34600111223",)))
    address = await photographed(browser, firm, replace(CARD, doubts=doubts))
    page = (await browser.get(address)).text
    assert 'name="doubt-0"' in page
    assert 'value="1:600 11 12 23"' in page
    refused = await browser.post(f"{address}/decide", data={"doubt-0": "elena@ceramicasturia.es", "doubt-1": "none"})
    assert refused.status_code == 422
    assert "not a phone number" in refused.text
    fields = {"doubt-0": "e.sanchis@ceramicasturia.es", "doubt-1": "600 11 12 22"}
    assert (await browser.post(f"{address}/decide", data=fields)).status_code == 303
    saved = (await browser.get(address)).text
    assert "e.sanchis@ceramicasturia.es" in saved
    assert "600 11 12 22" in saved
    assert 'action="/operations/' in saved


async def test_another_reading_is_taken_with_one_tap(firm: Firm, browser: httpx.AsyncClient) -> None:
    doubts = (Doubt("phones", "+34600111222", ("+34600111223",)),)
    address = await photographed(browser, firm, replace(CARD, doubts=doubts))
    await browser.post(f"{address}/decide", data={"take": "0:600 11 12 23", "doubt-0": "600 11 12 22"})
    assert "600 11 12 23" in (await browser.get(address)).text


async def test_a_known_contact_takes_what_was_ticked(firm: Firm, browser: httpx.AsyncClient) -> None:
    contact = await firm.contact(name="Elena Sanchis", emails=[{"address": "elena@ceramicasturia.es"}])
    address = await photographed(browser, firm, CARD)
    page = (await browser.get(address)).text
    assert "You already have Elena Sanchis" in page
    assert 'value="phone:+34600111222" checked' in page
    await browser.post(f"{address}/decide", data={"update": "1", "change": ["job_title"]})
    shown = (await browser.get(f"/contacts/{contact}")).text
    assert "Directora de compras" in shown
    assert "600 11 12 22" not in shown


async def test_the_other_side_leads_to_the_front_and_adds_to_it(firm: Firm, browser: httpx.AsyncClient) -> None:
    front = await photographed(browser, firm, replace(CARD, emails=()))
    assert f"/cards/new?front={front.rpartition('/')[2]}" in (await browser.get(front)).text
    back = Card(phones=(Phone("+34963334455", "office"),))
    side = await photographed(browser, firm, None, back=back, front=front.rpartition("/")[2])
    assert (await browser.get(side)).headers["location"] == front
    assert "963 33 44 55" in (await browser.get(front)).text


async def test_what_is_sent_to_a_card_in_bad_faith_is_refused(firm: Firm, browser: httpx.AsyncClient) -> None:
    address = await photographed(browser, firm, replace(CARD, doubts=(Doubt("phones", "+34600111222"),)))
    long = "9" * 5000
    for data in (
        {"doubt-7": "x"}, {"take": "9:x"}, {"update": "1", "change": ["nothing"]}, {"take": f"{long}:x"},
        {f"doubt-{long}": "x"},
    ):  # fmt: skip
        assert (await browser.post(f"{address}/decide", data=data)).status_code in (303, 404, 409, 422)
    assert "Is that right?" in (await browser.get(address)).text


async def test_a_card_is_shown_upright_and_its_photo_stays(firm: Firm, browser: httpx.AsyncClient) -> None:
    upright = jpeg(30, 20)
    page = (await browser.get(await photographed(browser, firm, CARD, picture=upright))).text
    shown = re.search(r'src="(/documents/[^/]+)/upright"', page)
    assert shown
    assert (await browser.get(f"{shown[1]}/upright")).content == upright
    assert (await browser.get(f"{shown[1]}/file")).content == PHOTO.read_bytes()
    assert Image.open(BytesIO((await browser.get(f"{shown[1]}/small")).content)).size == (30, 20)


async def test_another_persons_unsaved_card_is_not_shown(
    firm: Firm, browser: httpx.AsyncClient, visitors: Visitors
) -> None:
    asks = replace(CARD, doubts=(Doubt("emails", CARD.emails[0]),))
    page = (await browser.get(await photographed(browser, firm, asks, picture=jpeg(30, 20)))).text
    shown = re.search(r'src="(/documents/[^/]+/upright)"', page)
    assert shown
    stranger = await visitors.of(firm, "mate")
    assert (await stranger.get(shown[1])).status_code == 404


async def test_a_file_that_is_no_card_has_no_upright_picture(firm: Firm, browser: httpx.AsyncClient) -> None:
    page = (await browser.get(await photographed(browser, firm, CARD))).text
    shown = re.search(r'src="(/documents/[^/]+)/file"', page)
    assert shown
    assert (await browser.get(f"{shown[1]}/upright")).status_code == 404


def jpeg(width: int, height: int) -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), "teal").save(made, "JPEG")
    return made.getvalue()
