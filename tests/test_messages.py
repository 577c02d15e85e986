"""Whatever the code says in English is there in Spanish."""

import pytest

from core.i18n import DOMAINS
from workers.catalogues import PLACES, messages_in_code, problems


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_is_translated_with_the_same_places(domain: str) -> None:
    assert problems(domain) == []


def test_every_domain_is_looked_for_in_the_code() -> None:
    assert set(PLACES) == set(DOMAINS)


def test_messages_are_found_in_the_code() -> None:
    assert messages_in_code("core").get("There is nothing here, or you may not see it.") is not None
