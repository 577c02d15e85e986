"""What an entry leaves open is asked back: a sentence with what is certain, and buttons."""

from html import escape

from bot.context import BotContext
from bot.keyboards import Button, cut, in_fitting_rows, in_rows, keyboard
from bot.moments import say_day
from bot.views import bold, plain
from core.agenda.ready_answers import days_to_offer
from core.agenda.sentences import NEW, NONE, Question, Sentence
from core.chat_state import State
from core.i18n import N_
from core.understanding.meaning import Ask, Intent

QUESTIONS = {
    Ask.ACCOUNT: N_("With which account?"),
    Ask.CONTACT: N_("Who was it?"),
    Ask.OPPORTUNITY: N_("Which opportunity?"),
    Ask.STAGE: N_("To which stage?"),
    Ask.TIME: N_("When? Tap, or write it: “Thursday at 10”."),
    Ask.REASON: N_("Why? Tap, or write it."),
}
_SHORT = (Ask.TIME, Ask.STAGE)
_NOBODY = {
    Ask.ACCOUNT: N_("Without account"),
    Ask.CONTACT: N_("Nobody in particular"),
    Ask.OPPORTUNITY: N_("Do not move any"),
}


async def ask_back(context: BotContext, key: str, question: State, sentence: Sentence) -> None:
    """Asks what the sentence leaves open, beside what is certain; `question` is what is remembered of it."""
    asked, _ = sentence.question, context.translate
    assert asked is not None  # noqa: S101 - asked only so
    choices = [(choice.value, choice.label) for choice in asked.choices]
    choices += _further_choices(context, asked, sentence)
    said = _understood_so_far(context, sentence)
    wording = _(QUESTIONS[asked.about])
    if asked.about is Ask.ACCOUNT and asked.new and not asked.choices:
        wording = _("I do not know {name}.", {"name": bold(cut(asked.new, 60))})
    elif asked.about is Ask.TIME and sentence.meaning.intent is Intent.LOG:
        wording = _("When is the next step? Tap, or write it: “Thursday at 10”.")
    if sentence.meaning.has_two_moves and asked.about is Ask.OPPORTUNITY:
        wording = _("That is two moves in one message. I take one: which opportunity? Send me the other on its own.")
    await put_question(context, key, question | {"about": asked.about.value}, f"{said}{wording}", choices)


async def put_question(
    context: BotContext, key: str, question: State, text: str, choices: list[tuple[str, str]]
) -> None:
    """Shows the question with its buttons and remembers it; a question replaces the one before it."""
    _ = context.translate
    buttons = [Button(label, f"q:{key}:{place}") for place, (_value, label) in enumerate(choices)]
    about = question["about"]
    fitting = in_fitting_rows(buttons) if about == Ask.REASON else in_rows(buttons, 3 if about in _SHORT else 1)
    rows = keyboard(*fitting, [Button("✖️ " + _("Drop it"), f"q:{key}:x")])
    if context.query is None and (before := question.get("shown")):
        shown = await context.turn_into(before, text, rows)
    else:
        shown = await context.show(text, rows)
    context.ask(key, question | {"choices": [value for value, _label in choices], "shown": shown})


def _further_choices(context: BotContext, asked: Question, sentence: Sentence) -> list[tuple[str, str]]:
    """Besides the candidates: make it, none, days."""
    _ = context.translate
    choices: list[tuple[str, str]] = []
    if asked.new:
        choices.append((NEW + asked.new, "➕ " + _("Create “{name}”", {"name": cut(asked.new, 24)})))
    if asked.about in _NOBODY and sentence.meaning.intent is not Intent.MOVE:
        choices.append((NONE, _(_NOBODY[asked.about])))
    if asked.about is Ask.TIME:
        choices += _days(context)
        if sentence.meaning.intent is Intent.LOG:
            choices.append((NONE, _("No next step")))
    return choices


def _days(context: BotContext) -> list[tuple[str, str]]:
    """Today, tomorrow, the working days after them."""
    return [
        (day.isoformat(), _capital(say_day(day, context.today, context.translate)))
        for day in days_to_offer(context.today)
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _understood_so_far(context: BotContext, sentence: Sentence) -> str:
    """A line with what is certain, so that the question is not asked out of the blue."""
    meaning = sentence.meaning
    named = [meaning.account.name if meaning.account else "", meaning.contact.name if meaning.contact else ""]
    named += [meaning.opportunity.title if meaning.opportunity else ""]
    names = " · ".join(escape(name, quote=False) for name in named if name)
    note = f"📝 {plain(meaning.note, 80)}\n" if meaning.note else ""
    return (f"✍️ <b>{names}</b>\n" if names else "") + note
