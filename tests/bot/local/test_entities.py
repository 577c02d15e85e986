import pytest

from bot.local.entities import given_entities, trimmed, units, with_found
from bot.local.refusals import RefusedError


def found(text: str) -> list[tuple[str, str]]:
    coded = text.encode("utf-16-le")
    return [
        (one["type"], coded[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le"))
        for one in with_found(text, [])
    ]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/start abc", [("bot_command", "/start")]),
        ("😀 /find@ronda_bot Núñez", [("bot_command", "/find@ronda_bot")]),
        ("no/command 1/2", []),
        ("mira https://ronda.es/a?b=1, ya", [("url", "https://ronda.es/a?b=1")]),
        ("en ronda.es", [("url", "ronda.es")]),
        ("a ana@acme.es", [("email", "ana@acme.es")]),
        ("con @ana_gomez", [("mention", "@ana_gomez")]),
        ("#feria y #1", [("hashtag", "#feria")]),
    ],
)
def test_telegram_finds_commands_addresses_mentions_and_hashtags(text: str, entities: list[tuple[str, str]]) -> None:
    assert found(text) == entities


def test_nothing_is_found_in_code_or_in_a_link() -> None:
    code = {"type": "code", "offset": 0, "length": 6}
    assert with_found("/start", [code]) == [code]


def test_an_address_in_bold_is_both() -> None:
    bold = {"type": "bold", "offset": 0, "length": 8}
    assert [one["type"] for one in with_found("ronda.es", [bold])] == ["bold", "url"]


def test_a_text_is_counted_in_utf_16_units() -> None:
    assert (units("ñ"), units("😀")) == (1, 2)


def test_white_space_at_the_ends_is_cut_and_entities_follow() -> None:
    text, entities = trimmed(" \n hola  ", [{"type": "bold", "offset": 2, "length": 7}])
    assert (text, entities) == ("hola", [{"type": "bold", "offset": 0, "length": 4}])


@pytest.mark.parametrize(
    "wrong",
    [
        "bold",
        {"type": "bold", "offset": 0},
        {"type": "loud", "offset": 0, "length": 1},
        {"type": "bold", "offset": 9, "length": 1},
        {"type": "bold", "offset": 0, "length": 9},
    ],
)
def test_an_entity_must_lie_on_its_text(wrong: object) -> None:
    with pytest.raises(RefusedError):
        given_entities("hola", [wrong])
