"""Indexes that have what lists read; opportunities' lines of the search by themselves."""

from alembic import op
from sqlalchemy import text

revision = "what_lists_read"
down_revision = "documents_room"
branch_labels = None
depends_on = None

OWNED = ("accounts", "contacts")
EARLIER = (("activities", "account_id", "day"), ("activities", "owner_id", "state", "day"))
ACTIVITIES = (("activities", "account_id", "state", "day"), ("activities", "owner_id", "state", "day", "account_id"))
TRIGRAMS = "ix_search_entries_trigrams"
INDEXES = {"search_index": ("", "<>"), "search_index_of_opportunities": ("_of_opportunities", "=")}
"""FTS5's table → how the names of its triggers end, and how the kinds compare with that of opportunities."""


def upgrade() -> None:
    """The account of an activity in the index of one's days, names in that of one's customers; two for the search."""
    _change(EARLIER, ACTIVITIES)
    _change([(table, "owner_id") for table in OWNED], [(table, "owner_id", "name") for table in OWNED])
    if op.get_bind().dialect.name == "sqlite":
        _drop_fts({"search_index": ("", "")})
        for index, (ending, compares) in INDEXES.items():
            _make_fts(index, ending, f"kind {compares} 'opportunity'")
    else:
        op.drop_index(TRIGRAMS, "search_entries")
        for ending, compares in INDEXES.values():
            _make_trigrams(ending, f"kind {compares} 'opportunity'")


def downgrade() -> None:
    """As they were."""
    if op.get_bind().dialect.name == "sqlite":
        _drop_fts(INDEXES)
        _make_fts("search_index", "", "")
    else:
        for ending, _ in INDEXES.values():
            op.drop_index(TRIGRAMS + ending, "search_entries")
        _make_trigrams("", None)
    _change([(table, "owner_id", "name") for table in OWNED], [(table, "owner_id") for table in OWNED])
    _change(ACTIVITIES, EARLIER)


def _change(old, new) -> None:  # type: ignore[no-untyped-def]
    for make, indexes in ((False, old), (True, new)):
        for table, *columns in indexes:
            name = "_".join(["ix", table, "company_id", *columns])
            if make:
                op.create_index(name, table, ["company_id", *columns])
            else:
                op.drop_index(name, table)


def _drop_fts(indexes: dict[str, tuple[str, str]]) -> None:
    for index, (ending, _) in indexes.items():
        for trigger in ("added", "removed", "changed"):
            op.execute(f"DROP TRIGGER search_{trigger}{ending}")
        op.execute(f"DROP TABLE {index}")


def _make_fts(index: str, ending: str, of: str) -> None:
    """Over the lines of which the condition `of` holds; of all, if it is empty."""
    remove = f"INSERT INTO {index}({index}, rowid, text) VALUES ('delete', old.number, old.text)"
    add = f"INSERT INTO {index}(rowid, text) VALUES (new.number, new.text)"
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5("
        "text, content='search_entries', content_rowid='number', tokenize='trigram')"
    )
    for name, when, of_which, does in (
        ("added", "INSERT", "new", add),
        ("removed", "DELETE", "old", remove),
        ("changed", "UPDATE OF text", "new", f"{remove}; {add}"),
    ):
        condition = f"WHEN {of_which}.{of} " if of else ""
        op.execute(
            f"CREATE TRIGGER search_{name}{ending} AFTER {when} ON search_entries {condition}BEGIN {does}; END"
        )
    op.execute(
        f"INSERT INTO {index}(rowid, text) SELECT number, text FROM search_entries" + (f" WHERE {of}" if of else "")
    )


def _make_trigrams(ending: str, of: str | None) -> None:
    op.create_index(
        TRIGRAMS + ending, "search_entries", ["text"], postgresql_using="gin",
        postgresql_ops={"text": "gin_trgm_ops"}, postgresql_where=text(of) if of else None,
    )  # fmt: skip
