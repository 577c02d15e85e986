"""What an e-mail, a phone, a line of text may be."""

import pytest
from pydantic import TypeAdapter, ValidationError

from core.customers.channels import e164
from core.database import reading
from core.errors import Invalid
from core.payloads import EmailAddress, Line, Moment, Name, Text, an_id, cleaned
from core.search import search
from tests.builders.cast import Firm

EMAIL: TypeAdapter[str] = TypeAdapter(EmailAddress)


@pytest.mark.parametrize(
    "address",
    [
        "ana@example.com",
        "a" * 64 + "@example.com",
        "ana.pérez@example.com",
        "ana+crm@bücher.example",
        "o'neil@example.com",
    ],
)
def test_an_e_mail_address(address: str) -> None:
    assert EMAIL.validate_python(f"  {address} ")


def test_an_e_mail_has_64_255_and_320_characters_at_most() -> None:
    widest = ".".join(["a" * 63, "b" * 63, "c" * 63, "d" * 60, "es"])
    longest = f"{'x' * 64}@{widest}"
    assert (len(widest), len(longest)) == (255, 320)
    assert EMAIL.validate_python(longest) == longest
    for refused in (f"y{longest}", f"x@y{widest}", "x" * 65 + "@example.com", f"{'x' * 64}@{'a' * 64}{widest[64:]}"):
        with pytest.raises(ValidationError):
            EMAIL.validate_python(refused)


@pytest.mark.parametrize("address", ["", "ana", "@example.com", "ana@", "ana@@example.com", "a b@example.com"])
def test_no_e_mail_address(address: str) -> None:
    with pytest.raises(ValidationError):
        EMAIL.validate_python(address)


@pytest.mark.parametrize(
    ("written", "country", "expected"),
    [
        ("976 12 34 56", "ES", ("+34976123456", None)),
        ("+34 600-123-456", "MX", ("+34600123456", None)),
        ("0034 976123456", "ES", ("+34976123456", None)),
        ("(212) 555-0123 ext. 45", "US", ("+12125550123", "45")),
    ],
)
def test_a_phone_as_people_write_it(written: str, country: str, expected: tuple[str, str | None]) -> None:
    assert e164(written, country) == expected


@pytest.mark.parametrize("written", ["", "1", "call me", "9" * 30, "\x00"])
def test_no_phone(written: str) -> None:
    with pytest.raises(Invalid):
        e164(written, "ES")


def test_lines_are_on_one_line_and_text_keeps_its_own() -> None:
    assert TypeAdapter(Line).validate_python(" a\n b\tc ") == "a b c"
    assert TypeAdapter(Text).validate_python("a\nb") == "a\nb"


def test_a_name_is_filled() -> None:
    for empty in ("", " ", "\n", "\x07"):
        with pytest.raises(ValidationError):
            TypeAdapter(Name).validate_python(empty)


def test_no_text_has_what_no_database_takes() -> None:
    assert cleaned({"a\x00": ["b\ud800c", {"d": "e\x07"}], "n": 1}) == {"a": ["bc", {"d": "e"}], "n": 1}


def test_a_moment_has_a_time_zone() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Moment).validate_python("2026-12-01T10:00:00")


def test_an_id_is_one() -> None:
    with pytest.raises(Invalid):
        an_id("42")


async def test_what_an_account_is_called_now_is_what_its_people_and_opportunities_are_found_by(firm: Firm) -> None:
    account = await firm.account(name="Acme")
    await firm.contact(account_id=account)
    await firm.opportunity(account_id=account)
    await firm.do("account.edit", {"id": account, "name": "Zenith"})
    viewer = await firm.viewer()
    async with reading(firm.company_id) as session:
        assert {found.kind for found in await search(session, viewer, "zenith")} == {
            "account",
            "contact",
            "opportunity",
        }
        assert await search(session, viewer, "acme") == []
