"""Whatever leads to a record leads to a page that is there."""

import pytest
from starlette.routing import Match

from core.listing import OWNED
from core.record_pages import has_page, page_of
from core.records import new_id
from pwa.routes import ROUTES


@pytest.mark.parametrize("kind", OWNED)
def test_a_record_s_page_has_its_address_in_the_table(kind: str) -> None:
    asked = {"type": "http", "method": "GET", "path": page_of(kind, new_id()), "root_path": "", "headers": []}
    assert [route.name for route in ROUTES if route.matches(asked)[0] is Match.FULL] == [kind]  # type: ignore[attr-defined]


def test_what_hangs_on_a_record_has_no_page() -> None:
    assert not any(map(has_page, ("account_contact", "phone", "email", "address")))
