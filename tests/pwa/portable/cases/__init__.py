"""Templates and values where two renderers easily differ."""

from tests.pwa.portable.cases.case import Rendered
from tests.pwa.portable.cases.escaping import ESCAPING
from tests.pwa.portable.cases.refused import REFUSED
from tests.pwa.portable.cases.scopes import FILES, SCOPES
from tests.pwa.portable.cases.texts import TEXT, WHITESPACE
from tests.pwa.portable.cases.values import VALUES
from tests.pwa.portable.cases.words import WORDS

__all__ = ["FILES", "REFUSED", "RENDERED", "Rendered"]

RENDERED = [*ESCAPING, *TEXT, *VALUES, *SCOPES, *WHITESPACE, *WORDS]
