"""What English messages are one's own: the family, the house, errands; a customer's only where one is named."""

from core.understanding.others.rows import Row, Table, one_of
from core.understanding.reading import Reading

_NOT_THEIRS = r"(?<!his )(?<!her )(?<!their )(?<!whose )(?<!'s )\b"
_FAMILY = one_of(
    "mum, mums, mam, mom, moms, mommy, mama, grandpa, grandparents, dad, nan, nana, grandma, grandad, gran, wife, "
    "hubby, husband, missus, babe, girlfriend, boyfriend, fiancee?, kids, kid, toddler, nappies, babysitter, "
    "childminder, mother in law, in laws, auntie, cousin, nephew, niece"
)
_THINGS = one_of(
    "car, van, motor, bike, back, knee, head, feet, phone, laptop, house, flat, garden, boiler, fridge, passport, "
    "dinner, tea, dog, cat, mrs, brakes, tyres, wages, pay, expenses, holidays?, hair, teeth, bins, school run, "
    "council tax, gas bill, mortgage, astra, transit, battery, charger, wedding, birthday, shopping, washing, cooker, "
    "telly, printer, toner, kettle, rota, bus, train, flight, works do"
)
_BODY_AND_HEALTH = one_of(
    "orthodontist, chiropodist, chiropractor, prescription, haircut, barbers?, hairdressers?, dentist, doctors?, gp, "
    "optician, opticians, blood test, physio, hospital appointment, temperature again, hangover"
)
_HOUSEHOLD = one_of(
    "the cleaners, (?:dog|cat) food, milk, groceries, dry cleaning, council tax, home insurance, passport, "
    "window cleaner, boiler man, plumber, dishwasher, washing machine, takeaway, bins, curry, lottery, telly, netflix, "
    "playstation, mortgage, dog walker, vets appointment, nappies, wrapping paper, sprouts, bread and, loaf, "
    "pint of milk"
)
_ON_THE_ROAD = one_of(
    "oil change, m ?o ?t, car tax, road tax, car insurance, puncture, flat tyre, rac, breakdown truck, traffic, "
    "roadworks, hotel wifi, train to, flight to, hotel (?:is )?booked, train (?:is )?booked, running late"
)
_SCHOOL_AND_FEASTS = one_of(
    "parents evening, sports day, school (?:run|play|trip|pick ?up|uniform), homework, swimming lessons, birthday, "
    "anniversary, christening, wedding, funeral, five a side, footy, stag do, hen do, works do, xmas do, holidays?, "
    "annual leave, day off"
)
_AT_HOME = one_of(
    "home (?:about|by|late|at|for), for tea, for my tea, working from home, at home, wfh, lost and found, "
    "coffee machine, photocopier"
)
_CLUB = "(?:gym|football|yoga|pilates|swimming|rugby|golf|tennis|darts|choir|school|nursery|vets?)"

OF_ONES_OWN = Table(
    Row("the family", rf"{_NOT_THEIRS}{_FAMILY}\b", "collect the kids at 3", anywhere=True),
    Row(
        "a thing of ours",
        rf"{_NOT_THEIRS}(?:my|our|the) (?:own )?{_THINGS}\b",
        "the boiler is broken again",
        anywhere=True,
    ),
    Row("at the doctor's", rf"{_NOT_THEIRS}{_BODY_AND_HEALTH}\b", "dentist Tuesday 9am", anywhere=True),
    Row("for the house", rf"{_NOT_THEIRS}{_HOUSEHOLD}\b", "get milk", anywhere=True),
    Row(
        "what is fetched for oneself",
        rf"{_NOT_THEIRS}(?:(?:my|the) (?:suit|dress|shirts|glasses) (?:from|back|to)|"
        r"(?:pick(?:ing)? up|collect|drop off|fetch) my)\b",
        "pick up my suit at 5",
        anywhere=True,
    ),
    Row("the car and the way", rf"{_NOT_THEIRS}{_ON_THE_ROAD}\b", "book MOT next week", anywhere=True),
    Row("school, feasts and leave", rf"{_NOT_THEIRS}{_SCHOOL_AND_FEASTS}\b", "sports day on Friday", anywhere=True),
    Row("at home, at the office", rf"{_NOT_THEIRS}{_AT_HOME}\b", "working from home on Friday", anywhere=True),
    Row(
        "what the boss wants of one",
        r"(?:the |my )?(?:boss|gaffer|manager|sales manager|sales director|md|head office|hq) (?:is |has |'s "
        r")?(?:says?|said|"
        r"wants?|wanted|told|tells|asked|asks|sent|sending|expects?|called|rang|emailed|needs?|has me|on at me|on to "
        r"me|on my case)\b",
        "the boss wants my forecast by Friday",
    ),
    Row(
        "a sport or a class",
        rf"{_CLUB}\b(?! (?:owner|manager|wants?|says?|said|needs?))",
        "football at 7 tonight",
    ),
)
"""What one does or has for oneself."""


def is_private(reading: Reading, *, is_named: bool) -> bool:
    """Whether an English sentence is an errand of one's own or a gripe; `is_named` where a customer is named in it."""
    return not is_named and OF_ONES_OWN.holds(reading.sentence.plain)
