"""In which row of a table the columns' names stand, and which rows are data."""

import re
from collections.abc import Sequence
from hashlib import sha256

from core.folding import fold
from core.imports.targets import AMBIGUOUS, HEADERS

_LOOKED_AT = 20
_DATA = re.compile(r"@|\d{5,}")


def header_row(rows: Sequence[Sequence[str]]) -> int:
    """The index of the row with the names, -1 where there is none: by names that we know, else the first full one."""
    looked_at = rows[:_LOOKED_AT]
    known = [sum(known_name(cell) for cell in row) for row in looked_at]
    if known and max(known) > 0:
        best = known.index(max(known))
        # One cell of data may well be called like a column: "Contacto".
        if max(known) > 1 or not any(_DATA.search(cell) for cell in looked_at[best]):
            return best
    widest = max((sum(map(bool, row)) for row in looked_at), default=0)
    for index, row in enumerate(looked_at):
        filled = [cell for cell in row if cell]
        if filled and len(filled) * 2 >= widest:
            return -1 if any(_DATA.search(cell) for cell in filled) else index
    return -1


def known_name(header: str) -> bool:
    """Whether a column may be called so."""
    bare = compact(header)
    return bare in HEADERS or bare in AMBIGUOUS


def compact(header: str) -> str:
    """`"C. P."` → `"cp"`; of Odoo's `partner_id/phone` and Google's `E-mail 1 - Value` what matters."""
    return fold(header.rpartition("/")[2] if header.count("/") == 1 and "_" in header else header).replace(" ", "")


def signature_of(names: Sequence[str]) -> str:
    """The same for tables with the same columns in the same order."""
    return sha256("\n".join(fold(name) for name in names).encode()).hexdigest()
