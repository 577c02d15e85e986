"""`ronda import`: a file of accounts and contacts, as one user; prints what came of it as JSON."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from workers.commands.asking import answer, refuse, show, who
from workers.commands.records import As, Company

Mapping = Annotated[
    str | None,
    typer.Option(help='JSON: column (name, or number from 1) → target: {"Empresa": "account.name"}; else guessed.'),
]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("import")(import_)


def import_(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    *,
    as_: As,
    company: Company = None,
    mapping: Mapping = None,
    sheet: Annotated[str, typer.Option(help="Of a workbook; else its first with something in it.")] = "",
    on_same: Annotated[str, typer.Option(help="What is there already: skip, fill, update, create.")] = "fill",
    lenient: Annotated[bool, typer.Option(help="Import a row without what is wrong in it.")] = False,
    check_only: Annotated[bool, typer.Option("--check", help="Look at the rows; write nothing.")] = False,
) -> None:
    """Import accounts and contacts from CSV or a workbook."""
    choices = {"on_same": on_same, "lenient": lenient}
    content = file.read_bytes()
    answer(_import(file.name[:200], content, as_, company, _mapping(mapping), sheet, choices, check_only=check_only))


def _mapping(text: str | None) -> dict[str, str] | None:
    from core.errors import Invalid
    from core.i18n import N_

    try:
        found = None if text is None else json.loads(text)
    except ValueError:
        refuse(Invalid(N_("The mapping is not JSON.")))
    if found is not None and not isinstance(found, dict):
        refuse(Invalid(N_("The mapping is not JSON.")))
    return found


async def _import(
    name: str,
    content: bytes,
    email: str,
    company: str | None,
    mapping: dict[str, str] | None,
    sheet: str,
    choices: dict[str, Any],
    *,
    check_only: bool,
) -> None:
    import core.all_operations  # noqa: F401
    from core.documents.service import keep_bytes
    from core.errors import Invalid
    from core.imports import applying
    from core.imports.models import ImportState
    from core.imports.reading import table_was_read
    from core.imports.refusals import WORDS, TableRefused
    from core.imports.staging import check
    from core.operations import Door, Operation
    from core.performing import perform
    from workers.tables.process import read_apart

    company_id, user_id = await who(email, company)

    async def do(name: str, payload: dict[str, Any]) -> dict[str, Any]:
        return (await perform(Operation(name, payload, door=Door.OPERATOR), company_id, user_id)).result

    try:
        table = await read_apart(content, sheet)
    except TableRefused as refused:
        raise Invalid(WORDS[refused.reason]) from None
    digest, size = await keep_bytes(company_id, content)
    kept = {"name": name, "media_type": "application/octet-stream", "size": size, "digest": digest}
    import_id: str = (await do("import.begin", kept))["id"]
    await table_was_read(company_id, import_id, table)
    found = await _import_of(company_id, import_id)
    if found.state == ImportState.REFUSED:
        raise Invalid(WORDS[found.reason])
    wanted = found.mapping if mapping is None else _by_number(mapping, [one["name"] for one in found.columns])
    await do("import.map", {"id": import_id, "mapping": wanted, **choices})
    await check(company_id, import_id, table)
    counts = (await _import_of(company_id, import_id)).counts
    if not check_only and (counts.get("new") or counts.get("update")):
        await do("import.start", {"id": import_id})
        while (await _import_of(company_id, import_id)).state == ImportState.APPLYING:
            await applying.apply(company_id, import_id)
    show(await _told(company_id, import_id))


async def _import_of(company_id: str, import_id: str) -> Any:
    from core.database import reading
    from core.imports.reading import import_of

    async with reading(company_id) as session:
        return await import_of(session, import_id)


def _by_number(mapping: dict[str, str], names: list[str]) -> dict[str, str]:
    """Columns by their place from 0, as the operation has them. Raises `Invalid` for one that is not there."""
    from core.errors import invalid
    from core.i18n import N_

    places: dict[str, str] = {}
    for column, target in mapping.items():
        if column in names:
            places[str(names.index(column))] = target
        elif column.isdecimal() and 0 < int(column) <= len(names):
            places[str(int(column) - 1)] = target
        else:
            raise invalid(column[:40], N_("There is no such column."))
    return places


async def _told(company_id: str, import_id: str) -> dict[str, Any]:
    from core.database import reading
    from core.i18n import translator
    from core.imports.view import BAD, bad_rows
    from core.viewers import viewer_of

    mine = await _import_of(company_id, import_id)
    async with reading(company_id) as session:
        viewer = await viewer_of(session, company_id, mine.user_id)
        translate = translator(viewer.locale or viewer.company_locale, "core")
        wrong = [row for kind in BAD for row in await bad_rows(session, mine, kind, translate, 0, 1000)]
    return {
        "id": import_id,
        "state": mine.state,
        "rows": mine.counts,
        "done": mine.done,
        "failed": mine.failed,
        "wrong": [{"row": number, "cells": cells, "why": why} for number, cells, why in wrong],
    }
