"""The methods of the Bot API, a file for each thing that a bot does."""

from bot.local.methods import answering, editing, inline, media, profile, receiving, sending
from bot.local.methods.table import METHODS, run

__all__ = ["METHODS", "answering", "editing", "inline", "media", "profile", "receiving", "run", "sending"]
