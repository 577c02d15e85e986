"""In which language Ronda speaks to whoever runs it."""

from core.i18n import Translator, translator
from core.settings import settings


def spoken() -> Translator:
    """The translator for the terminal: Spanish or English, as the environment asks."""
    return translator(settings().language, "workers")
