"""The main ways of a day in Firefox and in WebKit, by keyboard: coming in, a call, a stage, a customer, an hour."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from core.people.sign_in import give_password
from tests.builders.cast import Firm
from tests.builders.days import day
from tests.pwa.browser.drivers import Pilot, firefox, webkit
from tests.pwa.browser.test_an_agenda import at
from tests.pwa.serving import Site

pytestmark = pytest.mark.soak
PASSWORD = "a short sentence"


@pytest.mark.parametrize("browser", [firefox, webkit])
def test_a_day_in_another_browser(
    site: Site, firm: Firm, browser: Callable[[str], AbstractContextManager[Pilot]]
) -> None:
    site.do(give_password([firm.people["rep"]], PASSWORD))
    site.do(firm.do("settings.edit", {"locale": "en"}))
    site.do(firm.account(name="Talleres Núñez"))
    site.do(firm.opportunity(title="Horno mixto"))
    site.do(firm.activity(starts_at=at("10:00"), subject="Send the catalogue"))
    with browser(site.url) as pilot:
        _comes_in(pilot)
        _logs_a_call(pilot)
        _moves_a_card(pilot)
        _finds_a_customer(pilot)
        _moves_an_hour(pilot)


def _comes_in(pilot: Pilot) -> None:
    pilot.go("/sign-in")
    pilot.focus("[name=email]")
    pilot.type("rep@ebro.example")
    pilot.focus("[name=password]")
    pilot.type(PASSWORD)
    pilot.press("Enter")
    pilot.until("location.pathname === '/today'")
    pilot.until_it_says("Send the catalogue")


def _logs_a_call(pilot: Pilot) -> None:
    pilot.go("/quick-log?kind=call")
    pilot.focus("textarea")
    pilot.type("called Talleres Nunez, they want a price, call back tomorrow at 10")
    pilot.press("Control+Enter")
    pilot.until_it_says("Is this right?")
    pilot.until("document.readyState === 'complete'")
    pilot.press("Control+Enter")
    pilot.until("location.pathname.startsWith('/accounts/')")
    pilot.until_it_says("want a price")


def _moves_a_card(pilot: Pilot) -> None:
    pilot.go("/opportunities")
    pilot.focus(".card-name a")
    pilot.press("Alt+Right")
    pilot.until_it_says("Horno mixto is in Qualification now")
    pilot.until("document.activeElement.closest('.card') !== null")


def _finds_a_customer(pilot: Pilot) -> None:
    pilot.go("/accounts")
    pilot.press("Control+k")
    pilot.until("document.activeElement.closest('dialog') !== null")
    pilot.type("nunez")
    pilot.until("!document.getElementById('found').innerText.includes('New account')")
    pilot.until("document.getElementById('found').innerText.includes('Talleres Núñez')")


def _moves_an_hour(pilot: Pilot) -> None:
    pilot.go(f"/agenda?view=day&day={day()}")
    pilot.focus("[data-moves] .row-name a")
    pilot.press("m")
    pilot.until("document.getElementById('sheet').open")
    pilot.press("Escape")
    pilot.until("!document.getElementById('sheet').open")
    pilot.focus("[data-moves] .row-name a")
    pilot.press("Alt+Down")
    pilot.until_it_says("Moved.")
    pilot.until("document.querySelector('[data-moves]').dataset.hour === '11:00'")
