"""What is told to whoever asks before there is a database, or with a setting that cannot be."""

import pytest

from core.settings import UnusableSetting, read_settings
from tests.workers.commands.conftest import Command

ASKING = (
    ("failed",), ("list", "account", "--as", "a@b.example"), ("get", "account", "1", "--as", "a@b.example"),
    ("do", "account.create", "--as", "a@b.example"), ("user", "reset", "a@b.example"),
    ("user", "link", "a@b.example"), ("user", "disable", "a@b.example", "--as", "c@b.example"),
    ("user", "invite", "a@b.example", "--name", "A", "--as", "c@b.example"),
)  # fmt: skip


def test_without_a_database_one_is_told_what_makes_it(ronda: Command) -> None:
    for words in ASKING:
        refused = ronda(*words)
        assert refused.exit_code == 1, words
        assert "`ronda init`" in refused.output, words


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "abc"), ("PORT", "0"), ("CHAT_PORT", "70000"), ("DATABASE_URL", "mysql://u:secret@h/d"),
        ("BROKER_URL", "amqp://h"), ("PUBLIC_URL", "ronda.example"), ("TELEGRAM_API_URL", "h:1"), ("CARD_READER", "no"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_named_and_no_secret_repeated(name: str, value: str) -> None:
    with pytest.raises(UnusableSetting, match=name) as refusal:
        read_settings({name: value})
    assert "secret" not in str(refusal.value)
