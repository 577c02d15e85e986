"""An operation's id from what a form carries: an id of its own, or one made of the page's id and what is done."""

from uuid import UUID, uuid5

_FORMS = UUID("6f2b1c0e-6f0a-4c53-9a8e-0b6c7b1f5a10")


def operation_id_of(given: str) -> str:
    """The same text always gives the same id: `<id>.done.<id>` is one operation however often it is sent."""
    try:
        return str(UUID(given))
    except ValueError:
        return str(uuid5(_FORMS, given[:300]))
