"""Whoever imports: a manager with a file."""

import pytest

from tests.builders.cast import Firm
from tests.builders.importing import Importing


@pytest.fixture
def importing(firm: Firm) -> Importing:
    """The firm's manager imports."""
    return Importing(firm)
