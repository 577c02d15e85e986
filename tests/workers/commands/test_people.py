"""`ronda init` and `ronda user …`: who gets in, and what a slip is told."""

import json
import re

import pytest

from tests.workers.commands.conftest import Command

COMPANY = ("init", "--name", "Bodega", "--admin-name", "Ana", "--admin-email", "ana@bodega.example")
ADMIN = ("--as", "admin@ebro.example")
LINK = re.compile(r"http://127\.0\.0\.1:8080/password/[\w-]{32}\n")


def test_a_company_begins_with_its_admins_link(ronda: Command) -> None:
    assert LINK.fullmatch(ronda(*COMPANY).output)
    [member] = json.loads(ronda("list", "membership", "--as", "ana@bodega.example").output)
    assert member["disabled_at"] is None


def test_a_company_said_twice_is_not_founded_twice(ronda: Command) -> None:
    ronda(*COMPANY)
    again = ronda(*(word.upper() if word == "Bodega" else word for word in COMPANY))
    assert again.exit_code == 1
    assert "already" in again.output


def test_what_is_wrong_with_a_company_is_said_and_nothing_is_made(ronda: Command) -> None:
    refused = ronda("init", "--name", "", "--admin-name", "Ana", "--admin-email", "nobody", "--country", "ESP")
    assert refused.exit_code == 1
    assert [line.partition(":")[0].strip() for line in refused.output.splitlines()[1:]] == [
        "name", "country", "admin_email",
    ]  # fmt: skip
    assert "`ronda init`" in ronda("failed").output  # not even the tables


def test_a_person_is_invited_by_a_link_and_shut_out_again(ebro: Command) -> None:
    invited = ebro("user", "invite", "pepe@ebro.example", "--name", "Pepe", *ADMIN)
    assert LINK.fullmatch(invited.output), invited.output
    assert "already a member" in ebro("user", "invite", "pepe@ebro.example", "--name", "Pepe", *ADMIN).output
    assert ebro("list", "account", "--as", "PEPE@ebro.example").exit_code == 0
    assert ebro("user", "disable", "pepe@ebro.example", *ADMIN).exit_code == 0
    for command in (("list", "account", "--as"), ("user", "reset"), ("user", "link")):
        refused = ebro(*command, "pepe@ebro.example")
        assert (refused.exit_code, "pepe@ebro.example" in refused.output) == (1, True), command


def test_links_are_made_for_whoever_is_in(ebro: Command) -> None:
    assert LINK.fullmatch(ebro("user", "reset", "rep@ebro.example").output)
    assert re.fullmatch(r"/start [\w-]{32}\n", ebro("user", "link", "rep@ebro.example").output)


def test_who_has_lost_the_phone_signs_in_with_the_password_again(ebro: Command) -> None:
    unlocked = ebro("user", "unlock", "rep@ebro.example")
    assert (unlocked.exit_code, "signed out everywhere" in unlocked.output) == (0, True)
    refused = ebro("user", "unlock", "nobody@ebro.example")
    assert (refused.exit_code, "no user nobody@ebro.example" in refused.output) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("invite", "nobody", "--name", "N"), "not an e-mail"),
        (("invite", "n@x.example", "--name", "N", "--role", "boss"), "role:"),
        (("invite", "n@x.example", "--name", ""), "name:"),
        (("disable", "admin@ebro.example"), "your own access"),
        (("disable", "rep@rival.example"), "no user rep@rival.example"),
    ],
)
def test_a_slip_is_said_in_words(ebro: Command, words: tuple[str, ...], said: str) -> None:
    refused = ebro("user", *words, *ADMIN)
    assert refused.exit_code == 1
    assert said in refused.output


def test_only_who_may_lets_people_in(ebro: Command) -> None:
    for words in (("invite", "n@x.example", "--name", "N"), ("disable", "mate@ebro.example")):
        assert "You may not" in ebro("user", *words, "--as", "rep@ebro.example").output
