"""Random views for the templates beside this file, in the shape of a CRM's."""

from hypothesis import strategies as st

from pwa.portable.values import LARGEST_INTEGER

NASTY = (
    "",
    " ",
    "<b>&\"'</b>",
    "{{ x }}",
    "{n}",
    "</script>",
    "Núñez & Hijos, S.L.",
    "👩‍🔧",
    "ı̇ß",
    "a\r\nb",
    "None",
    "0",
)

texts = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=12)
maybe_text = st.none() | texts
integers = st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
counts = st.integers(0, 3) | st.integers(0, 10_000_000)
identifiers = st.integers(1, 9999)
currencies = st.sampled_from(["EUR", "USD", "JPY", "KWD", "CHF", "MXN"])
days = st.dates().map(lambda day: day.isoformat()) | st.sampled_from(
    ["2026-11-25", "2026-11-26", "2026-11-27", "2024-02-29", "2026-03-29", "2026-10-25", "2000-01-01"]
)
offsets = st.sampled_from(["+01:00", "+02:00", "-03:30", "+00:00", "Z", ""])
moments = st.builds(
    lambda day, time, offset: f"{day}T{time.isoformat('seconds')}{offset}", days, st.times(), offsets
) | st.sampled_from(["2026-11-26T09:58:30+01:00", "2026-11-26T08:00:00+01:00", "2026-11-27T10:00:00+01:00"])
amounts = st.fixed_dictionaries({"minor": integers, "currency": currencies})
people = st.fixed_dictionaries({"id": identifiers, "name": texts})

activities = st.fixed_dictionaries(
    {
        "id": identifiers,
        "subject": maybe_text,
        "kind_name": texts,
        "account": st.none() | people,
        "due": st.none() | moments | days,
        "done": st.booleans(),
        "minutes": st.none() | counts,
    }
)
today = st.fixed_dictionaries(
    {
        "user": people,
        "groups": st.lists(
            st.fixed_dictionaries({"title": texts, "activities": st.lists(activities, max_size=3)}), max_size=3
        ),
        "total": counts,
        "late": counts,
    }
)
account = st.fixed_dictionaries(
    {
        "account": st.fixed_dictionaries(
            {
                "name": texts,
                "tags": st.lists(texts, max_size=3),
                "street": maybe_text,
                "city": maybe_text,
                "phones": st.lists(st.fixed_dictionaries({"number": texts, "label": maybe_text}), max_size=2),
                "emails": st.lists(texts, max_size=2),
                "website": maybe_text,
                "fields": st.lists(st.tuples(texts, maybe_text | integers).map(list), max_size=3),
                "note": maybe_text,
                "open": st.lists(amounts, max_size=3),
                "extra": st.dictionaries(texts, st.booleans() | integers | st.none(), max_size=4),
            }
        )
    }
)
opportunities = st.fixed_dictionaries(
    {
        "title": texts,
        "amount": st.none() | amounts,
        "probability": st.integers(-100, 100),
        "days": counts,
        "next": st.none() | days | moments,
        "closes": st.none() | days,
        "owner": people,
    }
)
pipeline = st.fixed_dictionaries(
    {
        "mine": st.lists(identifiers, max_size=2),
        "stages": st.lists(
            st.fixed_dictionaries(
                {
                    "id": identifiers,
                    "name": texts,
                    "totals": st.lists(amounts, max_size=2),
                    "opportunities": st.lists(opportunities, max_size=3),
                }
            ),
            max_size=3,
        ),
    }
)
files = st.fixed_dictionaries({"id": identifiers, "name": texts, "bytes": st.integers(0, LARGEST_INTEGER)})
events = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["moved", "note", "mail", "", "won"]) | texts,
        "at": moments,
        "who": st.none() | people,
        "before": maybe_text,
        "after": maybe_text,
        "files": st.lists(files, max_size=2),
    },
    optional={"text": maybe_text},
)
timeline = st.fixed_dictionaries(
    {"days": st.lists(st.fixed_dictionaries({"date": days, "events": st.lists(events, max_size=3)}), max_size=3)}
)
form = st.fixed_dictionaries(
    {
        "action": texts,
        "values": st.fixed_dictionaries(
            {"name": maybe_text, "amount": maybe_text, "stage": st.none() | identifiers, "note": maybe_text}
        ),
        "problems": st.fixed_dictionaries({}, optional={"name": texts, "amount": maybe_text}),
        "options": st.lists(st.tuples(identifiers | st.none(), texts).map(list), max_size=3),
        "most": integers,
    }
)
lines = st.fixed_dictionaries(
    {
        "number": counts,
        "text": texts,
        "quantity": st.from_regex(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", fullmatch=True) | integers,
        "price": integers,
        "discount": st.integers(-5, 100),
        "total": integers,
    }
)
quote = st.fixed_dictionaries(
    {
        "lines": st.lists(lines, max_size=4),
        "currency": currencies,
        "total": integers,
        "valid": days,
        "terms": maybe_text,
    }
)

VIEWS = {
    "today.html": today,
    "account.html": account,
    "pipeline.html": pipeline,
    "timeline.html": timeline,
    "form.html": form,
    "quote.html": quote,
}
