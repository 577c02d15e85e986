"""The rep of the cast can come in."""

import pytest

from core.people.sign_in import give_password
from tests.builders.cast import Firm
from tests.core.people.a_rep import PASSWORD


@pytest.fixture
async def password(firm: Firm) -> None:
    """The rep has a password."""
    await give_password([firm.people["rep"]], PASSWORD)
