"""What is asked outright is a question while something else is asked; whatever else may be the answer to that."""

import pytest

from bot.conversations.questioning import asks_the_bot

OUTRIGHT = (
    "pásame el teléfono de Acme", "send me the number of Laura", "me das el correo de Laura", "q tengo mñn",
    "¿Qué tengo mañana?", "y qué tengo el jueves", "¿A quién tengo hoy?", "qué me queda", "tengo algo el lunes",
    "what do I have tomorrow?", "What's on this week?", "who am I seeing today?",
    "deshaz", "undo that", "ayuda", "oye, ayuda", "please help", "búscame a Laura", "look up Laura", "show me Acme",
    "cuándo llamé a Acme", "when did I last visit Acme?", "hola", "Good morning!", "gracias", "thank you",
)  # fmt: skip
NOT_OUTRIGHT = (
    "Agenda", "Hola Talleres", "Thanks Giving Ltd", "que el precio es alto", "mañana", "Helpline", "Undomesticated",
    "el precio, ¿no?", "perfecto", "Buscadores del Norte",
)  # fmt: skip


@pytest.mark.parametrize("text", OUTRIGHT)
def test_a_plain_question_asks_the_bot(text: str) -> None:
    assert asks_the_bot(text)


@pytest.mark.parametrize("text", NOT_OUTRIGHT)
def test_what_may_be_a_name_or_a_reason_does_not(text: str) -> None:
    assert not asks_the_bot(text)
