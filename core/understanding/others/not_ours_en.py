"""English messages whose deeds are nobody's of us: hearsay, what others did or hold, what one wished or only meant.

A row governs the clause that it begins. What we did ourselves in a later clause makes an entry all the same.
"""

import re

from core.understanding import verbs_en
from core.understanding.feedback import is_our_past
from core.understanding.kinds import Role
from core.understanding.others.rows import Row, Table, one_of
from core.understanding.reading import Reading
from core.understanding.text import indexes, word_set

_LEAD = (
    r"(?:(?:so|well|now|and|but|oh|ah|ok|right|jayz|sure|anyway|funny|turns out|btw|fyi|don't forget|remember|note|"
    r"remind me about|remind me of|just|only) (?:, )?)*"
)
_RELATIVES = (
    "wife, husband, hubby, missus, daughter, son, sons, daughters, brother, sister, mother, father, mum, mam, mammy, "
    "mummy, mom, dad, daddy, granny, nan, nana, grandad, grandpa, granda, grandmother, grandfather, uncle, auntie?, "
    "cousin, "
    "niece, nephew, kids?, girlfriend, boyfriend, fiancee?, in laws, mother in law, father in law, "
    "brother in law, sister in law, family, toddler, youngest, eldest, better half, young lad, young one, baby"
)
_BARE_RELATIVES = "mum, mam, mammy, mummy, mom, dad, daddy, granny, nan, nana, grandad, granda, herself at home"
_OF_THE_HOUSE = "wife, missus, kids, in laws, young lad at home, baby"
_PASSERS_BY = one_of(
    "courier, courier lad, postman, driver, delivery driver, delivery lad, van driver, lorry driver, truckie, rep, "
    "other rep, taxi man, taxi driver, barman, barber, hairdresser, neighbour, security guard, cleaner, fella, lad, "
    "lads, guy, guys, bloke, blokes, chap, woman, man, mate, pal, friend, buddy, competitor, competition, colleague, "
    "colleagues, merchandiser, consultant, recruiter"
)
_OUR_PEOPLE = one_of(
    "boss, gaffer, manager, area manager, sales manager, sales director, director, md, colleague, workmate, office, "
    "warehouse, accountant, engineer, service engineer, apprentice, trainee, predecessor, mate, pal, friend, "
    "neighbour, buddy, golf partner"
)
_OFFICE = one_of("the office, accounts, the warehouse, stores, dispatch, transport, head office, admin, hq, service")
_TELLS = (
    r"(?:(?:has |have |had |'s |is |was |were |just )*(?:after telling|telling|saying|told|tells|says|said|mentioned|"
    r"mentions|reckons|swears|heard)(?: (?:me|us))?)"
)
_REPS_DID = (
    r"(?:(?:has |have |had |'s |'d |is |was |just |already |nearly |also )*(?:called|visited|rang|phoned|met|saw|seen|"
    r"emailed|in|over|out|up|down|lost|won|sold|got|dropped|went|been|popped|spoke|talked|landed|closed|signed|"
    r"bumped|ran)(?: (?:in|into|to|on|with|at|by|out|over|up|down|off|round|the|a|samples|stuff))*)"
)
_IN_PUBLIC = one_of(
    "the pub, the mart, the golf, the golf club, the gym, the show, the trade show, the expo, the bar, the cafe, "
    "the filling station, the petrol station, the canteen, the wholesaler, the wholesalers, the airport, the train, "
    "the radio, the news, the paper, the papers, the telly, the local, the club, the match, the rugby, the cash and "
    "carry, linkedin, facebook, instagram, twitter, tiktok, a podcast, a whatsapp group, the group chat, town, "
    "the trade press, the trade, passing, the grapevine, mass, church, a wedding, a funeral"
)
_HAVING = r"(?:is|are|was|were|has|have|'s|'re|'ve|had|might|may|will|'ll|signed|bought|lost|going|gone|went|got)"

HEARSAY = Table(
    Row(
        "what was heard or read in public",
        rf"{_LEAD}(?:i |we |i 've |they 're saying )*(?:hear|heard|hearing|saw|seen|read|overheard|saying|says) "
        rf"(?:it |something |that |above |below |down |up |out |over |beyond |inside )*(?:in|at|on|from|through|round|"
        rf"around) {_IN_PUBLIC}\b",
        "heard at the mart that Kent are going elsewhere",
    ),
    Row(
        "what one hears of somebody",
        rf"{_LEAD}(?:i |we |i 'm |i 've |we 've )*(?:hear|heard|hearing) (?:that |say |tell )*"
        rf"(?!(?:from|back|of|nothing|no|it|them|him|her|off|all|good|bad|great|"
        rf"about)\b)\S+(?: \S+){{0,3}}? {_HAVING}\b",
        "I hear Kent are closing",
    ),
    Row(
        "it seems, whoever says so",
        rf"{_LEAD}(?:apparently|supposedly|allegedly|reportedly|seemingly|according to (?:the|our|my|a|an|some|one))\b",
        "apparently Kent are going with somebody else",
    ),
    Row(
        "what one sees of somebody, or was not told",
        rf"{_LEAD}(?:i see (?:that )?(?!(?:him|her|them|you|it)\b)\S+(?: \S+){{0,3}}? {_HAVING}|"
        r"(?:nobody|no one|noone) (?:told|tells|said|bothered|thought))\b",
        "I see Kent are on the market",
    ),
    Row(
        "talk of somebody",
        rf"{_LEAD}(?:there 's )?(?:talk|word|rumou?rs?|whispers?|gossip) (?:of|that|is|has it|about|going)\b",
        "talk of Kent shutting on the 30th",
    ),
    Row(
        "whose van one saw",
        rf"{_LEAD}(?:i |we )*(?:saw|spotted|noticed|passed|clocked) (?:a|the|one of|some|"
        rf"two) (?:\S+ ){{0,3}}?(?:van|vans|"
        r"lorry|truck|trucks|jeep|car|ute|rep|reps|sign|ad|advert|poster|post|skip)\b",
        "saw a van from Acme outside Kent",
    ),
    Row(
        "somebody said",
        rf"{_LEAD}(?:someone|somebody|everyone|everybody|they all|people|a little bird) {_TELLS}\b",
        "someone told me Kent signed",
    ),
    Row(
        "a passer-by said",
        rf"{_LEAD}(?:i (?:was )?(?:talking|chatting) to )?(?:a|an|the|some|one of the|one of our|my|our|that) (?:\S+ )?"
        rf"{_PASSERS_BY}(?: (?:at|in|from|of|next|who|that|on|i|we) (?:\S+ ){{0,8}}?\S+)? (?:and )?{_TELLS}\b",
        "the courier lad tells me Kent are closing",
    ),
    Row(
        "heard from a passer-by",
        rf"{_LEAD}(?:i |we )?(?:heard|hear|got it) (?:it )?(?:from|off) (?:a|an|the|some|one of the|our|my) (?:\S+ )?"
        rf"{_PASSERS_BY}\b",
        "heard from the driver that Kent are closing",
    ),
    Row(
        "somebody of our office said",
        rf"{_LEAD}(?:(?:our|my) {_OUR_PEOPLE}|\S+ (?:in|from|over in|down in|at) {_OFFICE}) {_TELLS}\b",
        "Linda in the office said Kent rang",
    ),
)
"""What others say of a customer who is not the customer."""

OF_OTHERS = Table(
    Row(
        "one's family",
        rf"{_LEAD}(?:(?:my|our) {one_of(_RELATIVES)}|the {one_of(_OF_THE_HOUSE)}|{one_of(_BARE_RELATIVES)}|"
        rf"{one_of(_RELATIVES)} 's|our (?:wedding )?anniversary)\b(?! and (?:i|me)\b)",
        "my wife has a meeting at Kent",
    ),
    Row(
        "what one does for one's family",
        rf"{_LEAD}(?:(?:i|i 'm|i 've|have|must|need|gotta|got|going|to) )*(?:collect|bring|pick up|picking up|drop|"
        rf"dropping|drop off|take|taking|mind|fetch|drive|driving|meet|see|ring)(?:ing)? (?:off )?(?:(?:my|our) "
        rf"{one_of(_RELATIVES)}|the (?:wife|missus|kids|young lad|young one|baby|in laws)|{one_of(_BARE_RELATIVES)})\b"
        r"(?! 's)",
        "collecting the young lad from training at 5",
    ),
    Row(
        "a feast or a duty of the family's",
        rf"{_LEAD}(?:(?:the|my|our|her|his) )?(?:parent teacher|parents evening|school (?:play|run|"
        rf"concert|sports)|debs|"
        r"first communion|communion|confirmation mass|christening|nativity|graduation|driving test)\b",
        "parent teacher meeting Wednesday at 3",
    ),
    Row(
        "one's own car at the garage",
        rf"{_LEAD}(?:(?:the|my) )?(?:car|van|jeep|ute|motor)(?: (?:is|'s|has|to|going|goes|booked|due|"
        rf"be))* (?:in|booked|"
        r"due) (?:for|at|to|with) (?:(?:a|its|the) )?(?:service|nct|mot|repair|repairs|new|tyres|brakes|"
        r"garage|wof|rego)\b",
        "car in for service at Kent Motors Friday 9am",
    ),
    Row(
        "what one of our people did",
        rf"{_LEAD}(?:our|my) {_OUR_PEOPLE} (?!and\b){_REPS_DID}\b",
        "my boss met Tom at a wedding",
    ),
)
"""What others did or hold."""

NOT_DONE = Table(
    Row(
        "wishes",
        rf"{_LEAD}(?:(?:i|we|do|really|kind of|sort of) )*(?:wish|if only|someday|some day (?:i|we))\b",
        "wish I had gone to Kent",
    ),
    Row(
        "what one should have done",
        rf"{_LEAD}(?:i |we |i really |really )?(?:(?:should|could|would|might|must|'d) (?:really |probably |easily )?"
        r"(?:'ve|have|of)|shoulda|coulda|woulda|ought to have|had hoped to|had meant to|had planned to|was hoping to|"
        r"was tempted to|had every intention)(?! (?:been (?!(?:to|in|out|over)\b)|to|a|an|the|his|her|their|more)\b)",
        "ought to have seen John last week",
    ),
    Row(
        "what one did not come to do",
        rf"{_LEAD}(?:i |we )?(?:(?:never|didn't|did n't|haven't|couldn't) (?:get|got|gotten|made it|make it|managed|"
        r"manage|found|find) (?:round |around |time |a chance |a minute )*(?:to|for)|(?:nearly|almost) (?:rang|called|"
        r"phoned|visited|went|drove|emailed|texted|bought)|(?:wanted|meant|intended|planned|hoped|tempted) to\b.* "
        r"(?:but|only|forgot|instead))\b",
        "never got round to emailing Emma",
    ),
    Row(
        "on the road, and nowhere yet",
        rf"{_LEAD}(?:i 'm |i was |i am |i |been |still |again )*(?:spent (?:\S+ ){{1,3}}?(?:looking for|lost|"
        rf"in traffic|on paperwork|on the phone to (?:it|accounts|head office))|(?:stuck|sat|sitting|"
        rf"crawling) (?:in|behind|on) (?:the )?"
        r"(?:traffic|tractor|tractors|roadworks|motorway|m\d+|tailback|jam|lorry|queue)|(?:sat|sitting|"
        r"parked|parked up|"
        r"waiting|queuing) outside|(?:drove|driving|drive|flew) (?:right |straight )?past|lost on the way)\b",
        "stuck in traffic on the way to Kent",
    ),
    Row(
        "what failed us",
        rf"{_LEAD}(?:the|my|this) (?:app|bot|phone|laptop|tablet|sat nav|satnav|gps|van|car|ute|wifi|signal) (?:\S+ )?"
        r"(?:crashed|froze|died|broke|packed|went|gave|is|was|has|keeps|kept|won't|'s)\b",
        "the app crashed while I was in Kent",
    ),
)
"""What one wished, meant or failed to do."""

_DONE = (
    r"(?:called|visited|rang|phoned|met|saw|spoke|talked|emailed|mailed|sent|dropped|popped|left|chatted|caught up|"
    r"got hold|got through|had (?:a|an) (?:\S+ )?(?:call|chat|meeting|visit|word|coffee|lunch)|was (?:in|out|over|"
    r"up|down) (?:in|at|with|to)|went (?:in|over|out|through|to)|just (?:off|left|back))"
)
_BUT_DONE = rf"(?:{_DONE}|got|made it|left|managed|bumped into|grabbed|caught)"
_OURS_LATER = re.compile(
    rf"(?:[,.;:!-]|(?<!\S)(?:and|but|so|anyway|then|instead)) (?:(?:and|but|so|anyway|then|still|later|yesterday|today|"
    rf"instead) )*(?:i|we) (?:(?:just|also|only|then|did|have|'ve|finally) )*{_DONE}\b|"
    rf"[,.;:!-] (?:(?:so|anyway|then|instead|but|finally|just) )*{_DONE}\b|"
    rf"(?<!\S)(?:but|then|anyway|so) (?:(?:i|we|then|still|just|finally) )*{_BUT_DONE}\b"
)
_OURS_SAID = re.compile(
    rf"(?<!\S)(?:i|we) (?:(?:just|also|only|then|did|have|'ve|finally) )*{_DONE}\b(?! (?:her|him|them) (?:i|we)\b)"
)


def is_not_ours(reading: Reading) -> bool:
    """Whether the sentence tells what others did, hold or say, or what one but wished, and no deed of our own."""
    plain = reading.sentence.plain
    for table, own in ((HEARSAY, _OURS_LATER), (NOT_DONE, _OURS_LATER), (OF_OTHERS, _OURS_SAID)):
        found = table.find(plain)
        if found is None or _is_a_name(found, reading) or own.search(plain, found.end()):
            continue
        if table is OF_OTHERS or not _is_followed_by_a_plan(found, reading):
            return table is not NOT_DONE or not reading.durations or bool(_NO_STAY.search(plain))
    return _is_of_another_rep(reading)


_NO_STAY = re.compile(r"\b(?:traffic|outside|past|crashed|froze|died|forgot|never)\b")


def _is_followed_by_a_plan(found: re.Match[str], reading: Reading) -> bool:
    """Whether a later piece tells what we shall do, and when: "never got to Kent, *will ring them Monday*"."""
    end = reading.sentence.span(found)[1]
    for time in reading.times:
        first, last = reading.segment_of(time.span[0])
        if first < end or time.is_future is False:
            continue
        is_again = "again" in reading.sentence.keys[first:last]
        to_do = [one for one in reading.triggers if one.role is Role.TO_DO and first <= one.span[0] < last]
        if is_again or any(not one.is_noun for one in to_do):
            return True
    return False


def _is_a_name(found: re.Match[str], reading: Reading) -> bool:
    """Whether what was found belongs to a customer's name: "*Kids* Corner, half an hour"."""
    named = indexes(one for one in reading.mentions if not one.is_weak)
    return bool(named & set(range(*reading.sentence.span(found)))) and 0 in named


def _is_of_another_rep(reading: Reading) -> bool:
    """Whether somebody whom no customer knows did it to a customer: "Kev told me *he called into Kent*"."""
    found = _ANOTHER.match(reading.sentence.plain)
    if found is None or _OURS_SAID.search(reading.sentence.plain, found.start("name")):
        return False
    place, end = reading.sentence.span(found)
    place += len(found["lead"].split())
    named = [one for one in reading.mentions if not one.is_weak]
    is_customer = any(one.span[0] <= place < one.span[1] for one in reading.mentions)
    key = reading.sentence.key(place)
    is_word = key in verbs_en.GRAMMAR.lexicon.words or key in _NOBODY or is_our_past(key)
    is_word = is_word or place in indexes(reading.titles)
    is_somebody = not is_word and (bool(found["told"] or found["own"]) or reading.sentence.is_capitalised(place))
    return is_somebody and not is_customer and any(end <= one.span[0] <= end + 1 for one in named)


_ANOTHER = re.compile(
    rf"(?P<lead>{_LEAD})(?P<name>[a-z]+) "
    r"(?P<own>(?:the (?:plumber|electrician|builder|vet|postman|"
    rf"courier|rep|driver|barber|other rep) )|"
    rf"(?:in|from) {_OFFICE} |(?:from|in|of|at|on) (?:our|my|the) (?:place|side|team|office|crew|"
    rf"firm|company|warehouse|depot|branch|shop|end) )?(?:(?P<told>{_TELLS} (?:that )?(?:he|she|"
    rf"they) (?:(?:'d|had|has|have) )?)"
    rf"{_REPS_DID}?|{_REPS_DID})(?= )"
)
_NOBODY = word_set(
    "i we he she they you it who that this there today yesterday finally just also then quickly briefly again "
    "eventually recently and but so now both all only already last first great good nice long short"
)
