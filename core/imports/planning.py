"""A row of a table as an account, a contact, or both, and what is wrong with it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from core.customers.account_kinds import KINDS
from core.customers.cards.names import split_name
from core.customers.channels import e164
from core.customers.countries import country_code
from core.customers.service import CreateAccount, CreateContact
from core.errors import CrmError, Invalid
from core.folding import fold
from core.i18n import N_
from core.imports.colleagues import Colleagues
from core.imports.problems import Problem, problem_of
from core.payloads import an_email, cleaned, explain

Payload = dict[str, Any]
R = TypeVar("R")

_SHORTENED = re.compile(r"^\d(?:[.,](\d+))?[eE]\+?(\d+)$")
_BETWEEN = re.compile(r"\s*(?:[;|\n]|\s/\s|,\s|\s[yo]\s|/(?=\s*\+?\d{6,}))\s*")
_BETWEEN_EMAILS = re.compile(r"[\s;,|/]+")
_MOBILE = re.compile(r"^\+34[67]")
_KINDS: Mapping[str, str] = {
    **{kind: kind for kind in KINDS},
    **{
        word: kind
        for kind, words in {
            "customer": "cliente clientes customers client activo active",
            "prospect": "potencial prospecto clientepotencial lead prospects posible posiblecliente candidato",
            "supplier": "proveedor proveedores vendor acreedor suppliers",
            "prescriber": "prescriptor prescriptores arquitecto",
            "partner": "socio socios distribuidor partners reseller colaborador",
            "competitor": "competidor competencia competitors",
        }.items()
        for word in words.split()
    },
}


@dataclass(slots=True)
class RowPlan:
    """What a row says: payloads of `account.create` and `contact.create`, without ids."""

    account: Payload | None = None
    contact: Payload | None = None
    problems: list[Problem] = field(default_factory=list)
    fatal: bool = False
    """What is wrong cannot be left out."""
    by_number: bool = False
    """The account has no name: it must be one that is there, with this tax number."""


@dataclass(frozen=True, slots=True)
class Planner:
    """How the rows of one file are to be read."""

    mapping: Mapping[int, str]
    country: str
    """Of numbers and addresses that name none."""
    colleagues: Colleagues

    def plan(self, cells: Sequence[str]) -> RowPlan:
        """The row as its payloads; an empty plan where nothing of it is imported."""
        made = RowPlan()
        values: dict[str, list[tuple[int, str]]] = {}
        for column, target in self.mapping.items():
            if column < len(cells) and cells[column]:
                values.setdefault(target, []).append((column, cells[column]))
        if not values:
            return made
        whose = self._whose(values, made)
        made.account = self._account(values, made)
        made.contact = self._contact(values, made)
        if made.account is None and made.contact is None:
            made.fatal = True
            made.problems.append(Problem(N_("This row has no name: neither of a firm nor of a person.")))
        for payload in filter(None, (made.account, made.contact)):
            payload.update(whose)
        return made

    def _account(self, values: Mapping[str, list[tuple[int, str]]], made: RowPlan) -> Payload | None:
        name = _first(values, "account.name")
        tax_id = _first(values, "account.tax_id")
        if not name and not tax_id:
            return None
        made.by_number = not name
        account: Payload = {
            "name": _line(name) or tax_id,
            "tax_id": tax_id or None,
            "website": _first(values, "account.website") or None,
            "sector": _first(values, "account.sector") or None,
            **self._reached(values, "account", made),
        }
        if kinds := self._kinds(values.get("account.kinds", ()), made):
            account["kinds"] = kinds
        return _checked(CreateAccount, account, "account", values, made)

    def _contact(self, values: Mapping[str, list[tuple[int, str]]], made: RowPlan) -> Payload | None:
        given = _line(_first(values, "contact.given_name"))
        family = _line(" ".join(_first(values, f"contact.{part}") for part in ("family_name", "second_family_name")))
        name = _line(_first(values, "contact.name"))
        if not name and not given and not family:
            return None
        if not given and not family:
            split = split_name(name, self.country)
            given, family = split.given or "", split.family or ""
            if "," in name and given and family:
                name = f"{given} {family}"
        contact: Payload = {
            "name": name or f"{given} {family}".strip(),
            "given_name": given,
            "family_name": family,
            "job_title": _first(values, "contact.job_title") or None,
            **self._reached(values, "contact", made),
        }
        return _checked(CreateContact, contact, "contact", values, made)

    def _reached(self, values: Mapping[str, list[tuple[int, str]]], of: str, made: RowPlan) -> Payload:
        phones: list[Payload] = []
        for key, label in (("phone", "office"), ("mobile", "mobile"), ("fax", "fax")):
            for column, written in values.get(f"{of}.{key}", ()):
                for part in _BETWEEN.split(written):
                    phone = _read(made, column, part, partial(self._phone, label=label))
                    phones += [phone] if phone else []
        emails: list[Payload] = []
        for column, written in values.get(f"{of}.email", ()):
            for part in filter(None, _BETWEEN_EMAILS.split(written.replace("mailto:", ""))):
                address = _read(made, column, part.strip("<>"), an_email)
                emails += [{"address": address}] if address else []
        return {
            "phones": list({phone["number"]: phone for phone in reversed(phones)}.values())[::-1],
            "emails": list({email["address"].lower(): email for email in emails}.values()),
            "addresses": self._addresses(values, of, made),
            "tags": [tag for _, text in values.get(f"{of}.tags", ()) for tag in _parts(text)],
            "notes": "\n".join(text for _, text in values.get(f"{of}.notes", ())) or None,
        }

    def _phone(self, written: str, label: str) -> Payload:
        if shortened := _SHORTENED.match(written):
            if len(shortened[1] or "") < int(shortened[2]):
                raise CrmError(N_("A spreadsheet has cut this number off: write it out, as text."))
            written = str(int(Decimal(written.replace(",", "."))))
        number, extension = e164(written, self.country)
        if label == "office" and _MOBILE.match(number):
            label = "mobile"
        return {"number": f"{number};ext={extension}" if extension else number, "label": label}

    def _addresses(self, values: Mapping[str, list[tuple[int, str]]], of: str, made: RowPlan) -> list[Payload]:
        address: Payload = {
            "street": _line(", ".join(text for _, text in values.get(f"{of}.street", ()))),
            **{key: _line(_first(values, f"{of}.{key}")) for key in ("postcode", "city", "region")},
        }
        if written := values.get(f"{of}.country"):
            column, text = written[0]
            code = country_code(text)
            if re.fullmatch(r"[A-Z]{2}", code):
                address["country"] = code
            else:
                made.problems.append(Problem(N_("That is not a country."), column, text))
        if not any(value for key, value in address.items() if key != "country"):
            return []
        # A spreadsheet takes the zero from before "08001".
        if address.get("country", self.country) == "ES" and address["postcode"].isdecimal():
            address["postcode"] = address["postcode"].zfill(5)
        return [address]

    def _kinds(self, written: Sequence[tuple[int, str]], made: RowPlan) -> list[str]:
        kinds: list[str] = []
        for column, text in written:
            for part in _parts(text):
                kind = _KINDS.get(fold(part).replace(" ", ""))
                if kind is None:
                    made.problems.append(
                        Problem(N_("That is no kind of account: customer, prospect, supplier…"), column, part)
                    )
                elif kind not in kinds:
                    kinds.append(kind)
        return kinds

    def _whose(self, values: Mapping[str, list[tuple[int, str]]], made: RowPlan) -> Payload:
        whose: Payload = {}
        for target, find in (("both.owner", self.colleagues.owner), ("both.unit", self.colleagues.unit)):
            for column, text in values.get(target, ())[:1]:
                whose |= _read(made, column, text, find) or {}
        return whose


def _read(made: RowPlan, column: int, written: str, read: Callable[[str], R]) -> R | None:
    """What stands there; None, with the problem noted, where that is wrong."""
    if not written:
        return None
    try:
        return read(written)
    except CrmError as error:
        reason = next(iter(error.fields.values()), error) if isinstance(error, Invalid) else error
        made.problems.append(problem_of(reason, column, written))
        return None


def _checked(
    model: type[BaseModel], payload: Payload, of: str, values: Mapping[str, list[tuple[int, str]]], made: RowPlan
) -> Payload:
    """The payload without what its operation would refuse; that is told with the column that it came from."""
    payload = {name: value for name, value in cleaned(payload).items() if value not in (None, "", [])}
    try:
        model.model_validate(payload)
    except ValidationError as error:
        for place, wrong in explain(error).items():
            name, *rest = place.split(".")
            column, text = values.get(f"{of}.{rest[-1] if name == 'addresses' else name}", [(None, "")])[0]
            made.problems.append(problem_of(wrong, column, text))
            made.fatal = made.fatal or name == "name"
            if name == "addresses" and "addresses" in payload:
                payload["addresses"] = [{k: v for k, v in one.items() if k != rest[-1]} for one in payload[name]]
            elif name != "name":
                payload.pop(name, None)
    return payload


def _first(values: Mapping[str, list[tuple[int, str]]], target: str) -> str:
    return next((text for _, text in values.get(target, ())), "")


def _line(text: str) -> str:
    return " ".join(text.split())


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"\s*[,;|\n]\s*", text) if part]
