"""Every page that is timed is told by name, in both languages, and no two by the same."""

from time import perf_counter

import pytest

from core.i18n import translator
from core.pace import note_page
from core.timings import keep_timings
from pwa import page_names
from pwa.page_names import page_name
from pwa.routes import ROUTES
from pwa.visit import TIMED
from tests.builders.cast import Firm
from tests.pwa.visitors import Visitors


def test_every_page_of_who_is_signed_in_is_timed() -> None:
    endpoints = [getattr(route, "endpoint", object) for route in ROUTES]
    of_visits = [one for one in endpoints if hasattr(one, "__wrapped__")]
    assert {f"{one.__module__.rpartition('.')[2]}.{one.__name__}" for one in of_visits} == TIMED
    assert len(TIMED) > 150


@pytest.mark.parametrize("locale", ["es", "en"])
def test_every_timed_page_has_a_name_that_is_no_others(locale: str) -> None:
    names = {code: page_name(code, translator(locale, "pwa")) for code in TIMED}
    assert [code for code, name in names.items() if name == code] == []
    assert [code for code, name in names.items() if list(names.values()).count(name) > 1] == []


def test_no_name_is_kept_for_what_is_there_no_more() -> None:
    modules = {code.partition(".")[0] for code in TIMED}
    deeds = {code.partition(".")[2] for code in TIMED}
    assert set(page_names._PLACES) == modules
    assert set(page_names._DEEDS) <= deeds
    assert set(page_names._OWN) <= TIMED


def test_a_page_that_was_timed_once_is_called_by_its_code() -> None:
    assert page_name("orders.index", translator("en", "pwa")) == "orders.index"


async def test_whoever_administers_reads_the_name(firm: Firm, visitors: Visitors) -> None:
    note_page(firm.company_id, "accounts.index", perf_counter() - 0.7)
    await keep_timings()
    page = (await (await visitors.of(firm, "admin")).get("/admin/state")).text
    assert '<th scope="row">Clientes: lista<' in page
