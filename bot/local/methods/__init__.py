"""The methods of the Bot API, a file for each thing that a bot does."""

from bot.local.methods import answering, editing, media, profile, receiving, sending
from bot.local.methods.table import METHODS, run

__all__ = ["METHODS", "answering", "editing", "media", "profile", "receiving", "run", "sending"]
