"""States and sources of leads, in words."""

from core.i18n import N_

STATUSES = {
    "new": N_("new"),
    "assigned": N_("assigned"),
    "working": N_("in process"),
    "converted": N_("converted"),
    "recycled": N_("recycled"),
    "dead": N_("dead"),
}
SOURCES = {
    "referral": N_("referral"),
    "web": N_("web"),
    "phone": N_("call"),
    "mail": N_("mail"),
    "chat": N_("chat"),
    "card": N_("business card"),
    "fair": N_("fair"),
    "campaign": N_("campaign"),
    "import": N_("import"),
    "other": N_("other"),
}
