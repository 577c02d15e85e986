"""A passkey is called what its owner calls it, and nobody else's is touched."""

from datetime import UTC, datetime

import pytest

from core.database import EVERY_COMPANY, reading, transaction
from core.errors import NotFound
from core.people.credentials import Passkey
from core.people.passkeys import passkeys_of, remove_passkey, rename_passkey
from core.records import new_id
from tests.builders.cast import Firm


async def test_a_passkey_is_renamed_and_removed_by_its_owner_alone(firm: Firm) -> None:
    rep, mate, passkey = firm.people["rep"], firm.people["mate"], new_id()
    made = Passkey(
        id=passkey, user_id=rep, credential_id="x", public_key=b"x", name="Chrome", created_at=datetime.now(UTC)
    )
    async with transaction(EVERY_COMPANY) as session:
        session.add(made)
    await rename_passkey(rep, passkey, " The van's\nphone ")
    for deed in (rename_passkey(mate, passkey, "Mine"), remove_passkey(mate, passkey)):
        with pytest.raises(NotFound):
            await deed
    async with reading(EVERY_COMPANY) as session:
        assert [one["name"] for one in await passkeys_of(session, rep)] == ["The van's phone"]
    await remove_passkey(rep, passkey)
    async with reading(EVERY_COMPANY) as session:
        assert await passkeys_of(session, rep) == []
