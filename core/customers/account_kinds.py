"""What an account is to us, in words."""

from core.i18n import N_

KINDS = {
    "customer": N_("customer"),
    "prospect": N_("prospect"),
    "supplier": N_("supplier"),
    "prescriber": N_("prescriber"),
    "partner": N_("partner"),
    "competitor": N_("competitor"),
}
