"""Imports as their pages show them: how far one is, what the columns may be, rows as they will be, the history."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from core.customers.places import shown_number
from core.errors import NotFound
from core.i18n import N_, Translator
from core.imports.models import Import, ImportRow, ImportState, OnSame, RowState, Verdict
from core.imports.problems import say
from core.imports.refusals import WORDS
from core.imports.targets import GROUPS, SHORT, TARGETS
from core.local_time import iso
from core.policy import Permission, Viewer, require

View = dict[str, Any]

ROWS_SHOWN = 20
_ROWS_OF: Mapping[str, Sequence[Any]] = {
    "all": (),
    **{one.value: (ImportRow.verdict == one.value, ImportRow.state != RowState.FAILED.value) for one in Verdict},
    "failed": (ImportRow.state == RowState.FAILED.value,),
    "kept": (ImportRow.state == RowState.KEPT.value,),
}
BAD = ("wrong", "failed", "kept")
"""Which rows may be taken away as a file, to be mended."""
ON_SAME = {
    OnSame.SKIP.value: N_("Leave it as it is"),
    OnSame.FILL.value: N_("Fill in what is empty"),
    OnSame.UPDATE.value: N_("Take what the file says"),
    OnSame.CREATE.value: N_("Make another one all the same"),
}
_STATES = {
    ImportState.READING.value: N_("being read"),
    ImportState.MAPPING.value: N_("waiting for its columns"),
    ImportState.CHECKING.value: N_("being checked"),
    ImportState.READY.value: N_("ready to import"),
    ImportState.APPLYING.value: N_("importing"),
    ImportState.PAUSED.value: N_("paused"),
    ImportState.DONE.value: N_("imported"),
    ImportState.UNDOING.value: N_("being taken back"),
    ImportState.UNDONE.value: N_("taken back"),
    ImportState.DROPPED.value: N_("given up"),
    ImportState.REFUSED.value: N_("not taken"),
}
_AT_WORK = frozenset({ImportState.READING, ImportState.CHECKING, ImportState.APPLYING, ImportState.UNDOING})


async def import_list(session: AsyncSession, viewer: Viewer, translate: Translator, now: Any, limit: int = 50) -> View:
    """One's own imports, the newest first. One query. Raises `NotPermitted`."""
    require(viewer, Permission.RECORD_IMPORT)
    found = await session.scalars(
        select(Import).where(Import.user_id == viewer.user_id).order_by(Import.created_at.desc()).limit(limit)
    )
    return {"imports": [_head(one, translate, now) for one in found]}


async def import_page(
    session: AsyncSession, viewer: Viewer, translate: Translator, now: Any, import_id: str, show: str, after: int
) -> View:
    """How far one of one's imports is, with rows that fit `show`, after a row. Two queries. Raises `NotFound`."""
    mine = await my_import(session, viewer, import_id)
    show = show if show in _ROWS_OF else ""
    kinds = _kinds(mine, translate)
    shown = show or next((one["key"] for one in kinds if one["key"] == "wrong"), "all")
    has_rows = mine.state not in (ImportState.READING, ImportState.MAPPING, ImportState.CHECKING, ImportState.REFUSED)
    rows = await _rows(session, mine, shown, after, ROWS_SHOWN + 1) if has_rows else []
    more = rows[ROWS_SHOWN - 1].number if len(rows) > ROWS_SHOWN else None
    to_do = sum(mine.counts.get(one.value, 0) for one in (Verdict.NEW, Verdict.UPDATE))
    undoing = mine.state in (ImportState.UNDOING, ImportState.UNDONE)
    return {
        "job": {
            **_head(mine, translate, now),
            "at_work": mine.state in _AT_WORK,
            "reason": translate(WORDS[mine.reason]) if mine.reason else None,
            "to_do": to_do,
            "share": _share(mine.done, to_do - mine.failed if undoing else to_do),
            "sheets": mine.sheets if len(mine.sheets) > 1 else [],
            "can": _can(mine),
        },
        "kinds": [{**one, "is_shown": one["key"] == shown} for one in kinds],
        "shown": shown,
        "rows": [_row(row, mine, translate, viewer.country) for row in rows[:ROWS_SHOWN]],
        "more": f"/imports/{mine.id}?show={shown}&after={more}" if more else None,
        "file": f"/imports/{mine.id}/rows.csv?show={shown}" if shown in BAD and rows else None,
    }


async def mapping_page(session: AsyncSession, viewer: Viewer, translate: Translator, now: Any, import_id: str) -> View:
    """The columns with their samples, and where each may go. One query. Raises `NotFound`."""
    mine = await my_import(session, viewer, import_id)
    groups = [
        {
            "name": translate(label),
            "targets": [
                {"id": key, "name": f"{translate(SHORT[group])} · {translate(target.label)}"}
                for key, target in TARGETS.items()
                if key.partition(".")[0] == group
            ],
        }
        for group, label in GROUPS.items()
    ]
    return {
        "job": {**_head(mine, translate, now), "sheets": mine.sheets if len(mine.sheets) > 1 else []},
        "columns": [
            {
                "field": f"column-{number}",
                "name": column["name"] or translate(N_("Column {n}"), {"n": number + 1}),
                "samples": " · ".join(column["samples"]),
                "target": mine.mapping.get(str(number), ""),
                "error": None,
            }
            for number, column in enumerate(mine.columns)
            if column["name"] or column["samples"]
        ],
        "groups": groups,
        "choices": [
            {"id": key, "name": translate(label), "is_chosen": key == mine.on_same} for key, label in ON_SAME.items()
        ],
        "lenient": mine.lenient,
        "header": mine.header,
        "errors": {"mapping": None},
    }


async def my_import(session: AsyncSession, viewer: Viewer, import_id: str) -> Import:
    """One's own import. Raises `NotFound`, `NotPermitted`."""
    found: Import | None = await session.scalar(
        select(Import).where(Import.id == import_id, Import.user_id == viewer.user_id)
    )
    if found is None:
        raise NotFound
    require(viewer, Permission.RECORD_IMPORT)
    return found


async def bad_rows(
    session: AsyncSession, mine: Import, show: str, translate: Translator, after: int, limit: int
) -> list[tuple[int, list[str], str]]:
    """Rows to be mended, after a row: number, cells, and what is wrong in words."""
    return [
        (row.number, row.cells, _said(row, mine, translate)) for row in await _rows(session, mine, show, after, limit)
    ]


async def _rows(session: AsyncSession, mine: Import, show: str, after: int, limit: int) -> list[ImportRow]:
    found = await session.scalars(
        select(ImportRow)
        .where(ImportRow.import_id == mine.id, ImportRow.number > after, *_ROWS_OF[show])
        .order_by(ImportRow.number)
        .limit(limit)
    )
    return list(found)


def _head(mine: Import, translate: Translator, now: Any) -> View:
    return {
        "id": mine.id,
        "name": mine.name,
        "state": mine.state,
        "state_name": translate(_STATES[mine.state]),
        "rows": mine.counts.get("rows", 0),
        "done": mine.done,
        "failed": mine.failed,
        "kept": mine.kept,
        "accounts": mine.counts.get("accounts", 0),
        "contacts": mine.counts.get("contacts", 0),
        "sheet": mine.sheet,
        "at": iso(mine.created_at.astimezone(now.tzinfo)),
    }


def _kinds(mine: Import, translate: Translator) -> list[View]:
    """How many rows of each kind there are, those that there are none of left out."""
    counts = {**mine.counts, "failed": mine.failed, "kept": mine.kept}
    names = {
        "wrong": translate(N_("with errors")),
        "failed": translate(N_("not imported")),
        "kept": translate(N_("not taken back")),
        "new": translate.plural("new row", "new rows", counts.get("new", 0)),
        "update": translate(N_("changed")),
        "same": translate(N_("there already")),
    }
    return [{"key": key, "name": name, "count": counts[key]} for key, name in names.items() if counts.get(key)]


def _can(mine: Import) -> View:
    state = mine.state
    return {
        "map": state in (ImportState.MAPPING, ImportState.READY),
        "start": state == ImportState.READY and any(mine.counts.get(one) for one in ("new", "update")),
        "pause": state == ImportState.APPLYING,
        "go_on": state == ImportState.PAUSED,
        "cancel": state
        in (ImportState.MAPPING, ImportState.CHECKING, ImportState.READY, ImportState.APPLYING, ImportState.PAUSED),
        "undo": state in (ImportState.DONE, ImportState.PAUSED, ImportState.DROPPED) and mine.done > 0,
    }


def _share(done: int, of: int) -> int:
    """In whole percent, 100 only for all."""
    return min(100, done * 100 // of) if of > 0 else 0


def _row(row: ImportRow, mine: Import, translate: Translator, country: str) -> View:
    shown = row.shown
    return {
        "number": row.number,
        "verdict": "wrong" if row.state in (RowState.FAILED, RowState.KEPT) else row.verdict,
        "account": shown.get("account"),
        "contact": shown.get("contact"),
        "city": shown.get("city"),
        "phone": shown_number(shown["phone"], country) if shown.get("phone") else None,
        "email": shown.get("email"),
        "like": shown.get("like"),
        "cells": " · ".join(filter(None, row.cells))[:200],
        "problems": [
            {
                "column": _column(mine, one["column"], translate),
                "value": one["value"] or None,
                "text": say(one, translate),
            }
            for one in row.problems
        ],
    }


def _said(row: ImportRow, mine: Import, translate: Translator) -> str:
    parts = []
    for one in row.problems:
        column = _column(mine, one["column"], translate)
        parts.append(f"{column}: {say(one, translate)}" if column else say(one, translate))
    return " ".join(parts)


def _column(mine: Import, number: int | None, translate: Translator) -> str | None:
    if number is None or number >= len(mine.columns):
        return None
    return mine.columns[number]["name"] or translate(N_("Column {n}"), {"n": number + 1})
