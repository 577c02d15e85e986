"""Words as thumbs type them, and the ones that they stand for: "tmrw", "xq", "hes", "didnt"."""

ABBREVIATIONS = {
    "q": "que", "k": "que", "ke": "que", "xq": "porque", "pq": "porque", "porq": "porque", "x": "por", "xa": "para",
    "pa": "para", "d": "de", "tb": "tambien", "tmb": "tambien", "mnn": "manana", "mnna": "manana", "mna": "manana",
    "mannana": "manana", "manyana": "manana", "dsps": "despues", "desp": "despues", "hrs": "horas", "hs": "horas",
    "ppto": "presupuesto", "pres": "presupuesto", "tlf": "telefono", "wasap": "whatsapp", "guasap": "whatsapp",
    "2day": "today", "tmrw": "tomorrow", "tmw": "tomorrow", "tomoz": "tomorrow", "2moro": "tomorrow",
    "2morrow": "tomorrow", "tomorow": "tomorrow", "tommorow": "tomorrow", "tommorrow": "tomorrow",
    "yday": "yesterday", "ystdy": "yesterday", "mtg": "meeting", "mtng": "meeting", "w": "with", "wk": "week",
    "wks": "weeks", "appt": "appointment", "hav": "have", "msg": "message", "nxt": "next", "thur": "thursday",
    "thurs": "thursday", "wensday": "wednesday", "wendsday": "wednesday", "wednsday": "wednesday", "vist": "visit",
    "tues": "tuesday", "weds": "wednesday", "morn": "morning", "mornin": "morning",
    "aft": "afternoon", "arvo": "afternoon", "avo": "afternoon", "nite": "night", "tonite": "tonight",
    "2nite": "tonight", "yest": "yesterday", "yesty": "yesterday", "tmr": "tomorrow", "tmro": "tomorrow",
    "tmorrow": "tomorrow", "tomo": "tomorrow", "2mrw": "tomorrow", "mtgs": "meetings", "mins": "minutes",
    "gona": "gonna", "ph": "phone", "fone": "phone", "abt": "about", "bout": "about", "wi": "with",
    "bc": "because", "cuz": "because", "becuz": "because", "bk": "back", "b4": "before", "thx": "thanks",
    "ty": "thanks",
    "u": "you", "hv": "have", "llme": "llame", "spk": "spoke", "spke": "spoke", "spok": "spoke", "tardecita": "tarde",
    "tempranito": "temprano", "nochecita": "noche", "mananita": "manana", "videocall": "videollamada",
    "videoconf": "videollamada", "prob": "probably", "llam": "llamada", "telf": "telefono", "tfno": "telefono",
    "tlfno": "telefono", "reu": "reunion", "reun": "reunion", "xfa": "porfa", "xfavor": "porfavor", "tmbn": "tambien",
    "tbn": "tambien", "aki": "aqui", "kedada": "quedada", "kedamos": "quedamos", "kedar": "quedar", "kiero": "quiero",
    "kieren": "quieren", "kiere": "quiere", "nd": "nada", "pdte": "pendiente", "pte": "pendiente", "ofer": "oferta",
    "dtos": "descuentos", "dto": "descuento", "sem": "semana", "miercs": "miercoles", "jvs": "jueves",
    "vrns": "viernes", "lns": "lunes", "tngo": "tengo", "tenqo": "tengo", "pal": "para", "presu": "presupuesto",
    "presus": "presupuestos", "cotiz": "cotizacion", "quedams": "quedamos", "qdamos": "quedamos", "qdar": "quedar",
    "qdo": "quedo", "llmar": "llamar", "llmo": "llamo", "llmado": "llamado", "hbl": "hable", "cn": "con",
    "wsp": "whatsapp",
    "wpp": "whatsapp", "watsap": "whatsapp", "guasa": "whatsapp", "wats": "whatsapp", "telfono": "telefono",
    "ntro": "nuestro", "xra": "para", "qren": "quieren", "qre": "quiere", "bno": "bueno", "stoy": "estoy",
    "toy": "estoy", "mxo": "mucho", "tngn": "tienen", "cliens": "clientes", "mnana": "manana",
    "manna": "manana", "maniana": "manana", "juves": "jueves", "meircoles": "miercoles", "vienres": "viernes",
    "ppta": "propuesta", "ablado": "hablado", "ablar": "hablar", "presup": "presupuesto",
    "rellam": "rellamar", "seg": "seguimiento", "segto": "seguimiento",
    "txt": "text", "txts": "texts", "mth": "month", "mths": "months", "aftn": "afternoon", "aftnoon": "afternoon",
    "eve": "evening",
    "resch": "rescheduled", "mgr": "manager", "sry": "sorry", "soz": "sorry", "wkend": "weekend", "bday": "birthday",
    "xmas": "christmas", "crimbo": "christmas",
    "cld": "called", "fwd": "forwarded", "rng": "rang", "tlkd": "talked", "vmail": "voicemail", "vstd": "visited",
    "imeil": "email", "imail": "email", "imeils": "emails", "meil": "mail", "dl": "del",
    "ayr": "ayer", "bn": "bien", "xo": "pero", "mu": "muy", "cdo": "cuando", "dnd": "donde", "vis": "visita",
    "vier": "viernes", "juev": "jueves",
    "nvo": "nuevo", "nva": "nueva", "tf": "telefono",
    "u$s": "usd", "u$d": "usd", "us$": "usd",
    "volv": "volver", "envi": "enviar", "prep": "preparar", "conf": "confirmar",
}  # fmt: skip

CONTRACTIONS = {
    "hes": 2, "shes": 3, "theyre": 4, "theyll": 4, "theyve": 4, "ive": 1, "weve": 2, "im": 1, "thats": 4, "youre": 3,
    "theyd": 4, "hed": 2, "itll": 2, "itd": 2, "thatll": 4, "whove": 3,
    "heres": 4, "theres": 5, "whats": 4, "whos": 3, "hows": 3, "wheres": 5, "shell": 3, "hell": 2, "ill": 1,
}  # fmt: skip
"""Contractions typed without their apostrophe, and where it belongs."""
UNITS = {"wk": "week", "wks": "weeks", "mth": "month", "mths": "months", "hs": "horas", "mns": "minutes"}
"""Short forms that may stand right behind their number: 2wks."""
NEGATIONS = {
    "dont": "don't", "didnt": "didn't", "doesnt": "doesn't", "wont": "won't", "cant": "can't", "couldnt": "couldn't",
    "wouldnt": "wouldn't", "shouldnt": "shouldn't", "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't",
    "werent": "weren't", "havent": "haven't", "hasnt": "hasn't", "hadnt": "hadn't",
}  # fmt: skip
