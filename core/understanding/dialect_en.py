"""Scots and Irish words for English ones, as they are typed: "oot tae Greenfinch the morra, they're wantin slate"."""

DIALECT = {
    "tae": "to", "intae": "into", "ontae": "onto", "oot": "out", "aboot": "about", "doon": "down",
    "roon": "round", "roond": "round", "aff": "off", "fae": "from", "frae": "from", "wis": "was", "wir": "our",
    "oor": "our", "hae": "have", "huv": "have", "hud": "had", "gie": "give", "gied": "gave", "gonnae": "gonna",
    "goin": "going", "noo": "now", "hame": "home", "hoose": "house", "toon": "town", "wan": "one", "twa": "two",
    "efter": "after", "afore": "before", "morra": "tomorrow", "didnae": "didn't", "dinnae": "don't",
    "wasnae": "wasn't", "wisnae": "wasn't", "isnae": "isn't", "cannae": "can't", "couldnae": "couldn't",
    "wouldnae": "wouldn't", "hasnae": "hasn't", "havenae": "haven't", "doesnae": "doesn't", "werenae": "weren't",
    "willnae": "won't", "wullnae": "won't", "shouldnae": "shouldn't", "hadnae": "hadn't", "oan": "on",
    "yez": "you", "youse": "you", "ye": "you", "yer": "your", "tonicht": "tonight", "phonin": "phoning",
    "oany": "any", "mair": "more", "masel": "myself", "haein": "having",
    "seein": "seeing", "bein": "being", "doin": "doing", "ringin": "ringing",
}  # fmt: skip
I_SAID = frozenset(["ah", "a"])
"""`I` as it is heard before its verb: "*ah*'ll phone her"."""
I_VERBS = frozenset(["'ll", "'m", "'ve", "'d"])
