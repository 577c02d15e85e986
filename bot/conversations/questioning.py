"""Words that are no entry: a question is answered, a greeting greeted; else a hint how entries look."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.context import BotContext
from bot.conversations.agenda import show_agenda
from bot.conversations.correcting import correct_last
from bot.conversations.finding import show_found
from bot.conversations.helping import help_, say_hello
from bot.conversations.moving import show_opportunities
from bot.conversations.new_opportunity import make_as_told
from bot.conversations.undoing import undo_last
from core.agenda.sentences import when_said
from core.folding import fold
from core.search import search
from core.understanding.meaning import Understanding
from core.understanding.short_forms import ABBREVIATIONS

_POLITE = "(?:y|oye|and|hey|por favor|please) "
_SHOW = (
    "busca(?:me)?|ensename|muestrame|show me|look up|cuando (?:llame|visite|hable|vi)|"
    "when did i(?: last)?(?: (?:call|visit|see|talk to))?|"
    r"(?:(?:me )?(?:pasas?|das)|pasame|mandame|dame|dime|give me|send me|tell me) (?:el |the )?"
    r"(?:telefono|numero|movil|correo|email|direccion|phone|number|mobile|address)"
)
_LOOKING = re.compile(
    r"^(?:por favor |please |puedes |me puedes |can you )*"
    rf"(?:{_SHOW}|buscar|encuentra|dime|dame|abre|quien es|donde esta|find|search|show|give me|tell me|who is|where is|"
    r"(?:cual es )?el (?:telefono|correo|movil)|(?:what is |what s )?the phone)\b\s*"
)
_OPPORTUNITIES = re.compile(r"\b(oportunidad(es)?|embudo|opportunit(y|ies)|opps?|pipeline|deals?)\b")
_FILLING = re.compile(
    r"\b(el|la|los|las|de|del|a|al|con|en|mi|mis|my|the|of|at|to|with|contacto|contact|telefono|phone|number|numero|"
    r"movil|correo|email|direccion|address|ultima vez|last|cuenta|account|oportunidades|opportunities|open|abiertas)\b"
)
_LONGEST_NAME = 5

Answer = Callable[[BotContext, str, str], Awaitable[bool]]
"""Answers the text, its words folded and written out in the last argument; False where it finds nothing to answer."""


@dataclass(frozen=True, slots=True)
class _Question:
    """One thing that is asked in words."""

    answer: Answer
    asked: re.Pattern[str]
    outright: re.Pattern[str] | None = None
    """How it is asked so plainly that it is a question even while something else is asked.

    Stricter than `asked`: a firm may be called Agenda or Hola, and a reason may end in a question mark.
    """


def asks_the_bot(text: str) -> bool:
    """Whether words that come while something else is asked plainly want an answer themselves."""
    words = _words(text)
    return any(one.outright and one.outright.match(words) for one in _QUESTIONS)


async def answer_question(context: BotContext, text: str, meaning: Understanding) -> bool:
    """Answers what it can: the agenda, records by name, opportunities; corrects, undoes, greets. False: none."""
    if meaning.is_correction:
        await correct_last(context, meaning)
        return True
    if await make_as_told(context, text):
        return True
    words = _words(text)
    for one in _QUESTIONS:
        if one.asked.search(words) and await one.answer(context, text, words):
            return True
    return False


async def give_hint(context: BotContext) -> None:
    """How entries look, for words that are none."""
    _ = context.translate
    await context.say(_(
        "I did not understand that, and saved nothing.\nTell me what you did and with whom: “I called Acme, they want "
        "a price”. Or what is to be done: “visit Acme on Thursday at 10”. /help shows more."
    ))  # fmt: skip


async def _undo(context: BotContext, text: str, words: str) -> bool:
    await undo_last(context)
    return True


async def _help(context: BotContext, text: str, words: str) -> bool:
    await help_(context.arrived, context)
    return True


async def _greet(context: BotContext, text: str, words: str) -> bool:
    await say_hello(context)
    return True


async def _be_thanked(context: BotContext, text: str, words: str) -> bool:
    await context.say("👍")
    return True


async def _show_opportunities(context: BotContext, text: str, words: str) -> bool:
    await show_opportunities(context, _name_in(words))
    return True


async def _show_day(context: BotContext, text: str, words: str) -> bool:
    said = when_said(text, context.viewer, context.now, context.language)
    day = datetime.fromisoformat(said).date() if said else context.today
    await show_agenda(context, day, 7 if re.search(r"\b(semana|week)\b", words) else 1)
    return True


async def _find(context: BotContext, text: str, words: str) -> bool:
    """Shows what a name in the words finds."""
    name = _name_in(words)
    if not name or len(name.split()) > _LONGEST_NAME:
        return False
    async with context.reading() as session:
        found = await search(session, context.viewer, name, limit=8)
    if found:
        await show_found(context, name, found)
    return bool(found)


def _words(text: str) -> str:
    """`"¿Q tengo mañana?"` → `"que tengo manana"`."""
    return " ".join(ABBREVIATIONS.get(word, word) for word in fold(text).split())


def _name_in(words: str) -> str:
    """What is left of a question when its grammar is taken away."""
    return " ".join(_FILLING.sub(" ", _OPPORTUNITIES.sub(" ", _LOOKING.sub("", words))).split())


def _beginning(words: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{_POLITE})?(?:{words})\b")


def _within(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")


def _almost_alone(words: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{words})\b.{{0,20}}$")


def _alone(words: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{words})$")


_UNDO, _HELP = "deshaz|undo", "ayuda|help"
_HELLO = "hola|buen[oa]s(?: dias| tardes| noches)?|hi|hello|hey|good (?:morning|afternoon|evening)"
_THANKS = "gracias|thanks|thank you"
_DAY = (
    "(?:que|a quien) (?:tengo|hay|me (?:queda|toca))|tengo algo|what (?:have i|do i have|s on)|whats on|do i have|"
    "have i got|who do i|who am i"
)
_QUESTIONS = (
    _Question(
        _undo,
        _beginning(_UNDO + "|deshacer|borra (?:lo|la) ultim[oa]|quita lo ultimo|delete (?:the )?last"),
        _beginning(_UNDO),
    ),
    _Question(
        _help,
        _beginning(_HELP + "|como funciona|que sabes hacer|que puedes hacer|what can you do|how does"),
        _beginning(_HELP),
    ),
    _Question(_greet, _almost_alone(_HELLO), _alone(_HELLO)),
    _Question(
        _be_thanked,
        _almost_alone(f"(?:muchas |mil |muchisimas )?(?:{_THANKS}|cheers|genial|perfecto|ok|vale|great)"),
        _alone(_THANKS),
    ),
    _Question(_find, _LOOKING, _beginning(_SHOW)),
    _Question(_show_opportunities, _OPPORTUNITIES),
    _Question(_show_day, _within(_DAY + "|agenda|mi dia|citas|pendiente|my day|schedule|plans?"), _beginning(_DAY)),
    _Question(_find, re.compile("")),
)
"""In the order in which they are tried: who asks for help asks for no customer of that name."""
