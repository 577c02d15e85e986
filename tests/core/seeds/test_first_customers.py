"""Whoever follows the README in the first minute finds there what it speaks of."""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

from core.seeds.demo import FIRST_CUSTOMERS
from core.seeds.firms import FIRMS
from core.seeds.wishes import wishes_of

README = (Path(__file__).parents[3] / "README.md").read_text()


def test_the_readme_logs_a_call_with_one_of_the_sellers_first_customers() -> None:
    firm = FIRMS[0]
    [seller] = re.findall(r"Sign in as a rep \(`([^`]+)`\)", README)
    [said] = re.findall(r"^> (llamé .+)$", README, re.MULTILINE)
    wishes = wishes_of(firm, date(2026, 11, 26), defaultdict(str), {person.email: "" for person in firm.people})
    first = [
        wish.operation.payload["name"]
        for wish in wishes
        if wish.turn < FIRST_CUSTOMERS and wish.email == seller and wish.operation.name == "account.create"
    ]
    assert len([name for name in first if name in said]) == 1
