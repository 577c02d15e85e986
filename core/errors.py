"""What can go wrong in the business: each error carries its facts and knows its message in the reader's language."""

from collections.abc import Mapping
from typing import ClassVar

from core.i18n import N_, Translator


class CrmError(Exception):
    """An expected failure. `say()` gives the sentence for a person; `code` names it for programs."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 400
    """The HTTP status that a page or an API answers with."""
    message: ClassVar[str] = N_("That did not work. Nothing was changed.")

    def __init__(self, message: str | None = None, **facts: object) -> None:
        self.text = message or self.message
        self.facts = facts
        super().__init__(self.text, facts)

    def say(self, translate: Translator) -> str:
        """What happened and what to do, in the translator's language."""
        facts = {name: translate(fact) if isinstance(fact, Marked) else fact for name, fact in self.facts.items()}
        return translate(self.text, facts)


class Marked(str):
    """A fact inside an error that is itself a message, to be translated with it."""

    __slots__ = ()


class NotFound(CrmError):
    """There is no such thing, or this person may not see that there is."""

    code = "not_found"
    status = 404
    message = N_("There is nothing here, or you may not see it.")


class NotPermitted(CrmError):
    """One sees it but may not do this."""

    code = "not_permitted"
    status = 403
    message = N_("You may not do this. Ask whoever manages Ronda in your company.")


class FinishedIsKept(NotPermitted):
    """The company keeps what is done as it is, whoever asks: a setting, not a role, says so."""

    message = N_(
        "In your company what is done can no longer be edited. Whoever administers Ronda can allow it: "
        "More → Administration → Company, “What is done may be corrected later”."
    )


class Conflict(CrmError):
    """It does not fit with what somebody else did meanwhile."""

    code = "conflict"
    status = 409
    message = N_("Somebody else has changed this meanwhile. Nothing was lost: look at it again.")


class CannotUndo(Conflict):
    """Something later stands in the way of undoing; the reason says what."""

    code = "cannot_undo"
    message = N_("This can no longer be undone.")


class Expired(CrmError):
    """A link or code that was good once."""

    code = "expired"
    status = 410
    message = N_("This link or code is no longer good. Ask for a new one.")


class TooMany(CrmError):
    """Too many tries; `seconds` says how long to wait."""

    code = "too_many"
    status = 429
    message = N_("Too many tries. Wait {seconds} seconds and try again.")

    def say(self, translate: Translator) -> str:
        """In minutes from two of them on."""
        seconds = self.facts.get("seconds")
        if not isinstance(seconds, int) or seconds < 2 * 60:
            return super().say(translate)
        return translate(N_("Too many tries. Wait {minutes} minutes and try again."), {"minutes": -(-seconds // 60)})


class SignInFailed(CrmError):
    """E-mail and password do not fit together; never says which of them is wrong."""

    code = "sign_in_failed"
    status = 401
    message = N_("That e-mail and password do not go together.")


class CodeNeeded(CrmError):
    """The password fits, and a second factor is asked for: `step` is the ticket of this half of the way."""

    code = "code_needed"
    status = 401
    message = N_("Now the code that your phone shows.")

    def __init__(self, step: str) -> None:
        super().__init__()
        # Not among the facts, which are printed: whoever has it needs no password any more.
        self.step = step


class Invalid(CrmError):
    """What was given cannot be taken; `fields` has a message a field."""

    code = "invalid"
    status = 422
    message = N_("Something is missing or not right. Nothing was saved.")

    def __init__(
        self, message: str | None = None, fields: Mapping[str, "CrmError"] | None = None, **facts: object
    ) -> None:
        super().__init__(message, **facts)
        self.fields = dict(fields or {})

    def say_fields(self, translate: Translator) -> dict[str, str]:
        """Field name → what is wrong with it, in words."""
        return {name: error.say(translate) for name, error in self.fields.items()}


def invalid(field: str, message: str, **facts: object) -> Invalid:
    """An `Invalid` about one field."""
    return Invalid(fields={field: CrmError(message, **facts)})
