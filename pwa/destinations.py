"""Where the search leads besides records: the product's own pages, and what can be done from anywhere.

Found by their names in the reader's language and by a few words of both, as everything else: by how words begin, a slip
forgiven. An action may have a customer in it: "llamar a Núñez", "plan a visit with Núñez".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.folding import fold
from core.i18n import N_, Translator
from core.policy import Permission, Viewer
from core.slips import alike
from pwa.admin_rooms import ADMIN_ROOMS, may_administer

View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A page that one may go to, or a thing that one may begin."""

    href: str
    icon: str
    name: str
    also: str = ""
    """Other words that it goes by, folded."""
    needs: Permission | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that is done with a customer, whose id goes at the end of `href`."""

    href: str
    icon: str
    name: str
    verbs: str
    """The words that it begins with, folded."""
    needs: Permission


_PAGES = (
    Place("/today", "sun", N_("Today"), "hoy inicio home dia"),
    Place("/agenda", "calendar-days", N_("Agenda"), "calendario calendar semana week mes month citas"),
    Place("/accounts", "building-2", N_("Accounts"), "cuentas clientes customers empresas companies"),
    Place("/contacts", "users", N_("Contacts"), "contactos personas people"),
    Place("/opportunities", "square-kanban", N_("Pipeline"), "embudo oportunidades opportunities ventas sales kanban"),
    Place("/leads", "flag", N_("Leads"), "iniciativas interesados", Permission.LEAD_SEE),
    Place("/activities", "list-checks", N_("Activities"), "acciones tareas tasks vencidas atrasadas overdue hechas"),
    Place(
        "/inbox", "bell", N_("Inbox"), "bandeja entrada pendiente duplicados menciones duplicates mentions conflictos"
    ),
    Place("/chat", "message-circle", N_("Your chat"), "telegram bot"),
    Place("/settings", "settings", N_("Settings"), "ajustes configuracion preferencias idioma language"),
    Place("/documents", "paperclip", N_("Documents"), "documentos archivos ficheros files fotos adjuntos"),
    Place("/sessions", "monitor", N_("Devices"), "dispositivos sesiones"),
    Place("/second-factor", "shield-check", N_("Second factor"), "segundo factor codigo 2fa seguridad security"),
    Place("/passkeys", "key-round", N_("Passkeys"), "llaves claves"),
)
_ACTIONS = (
    Place("/quick-log?kind=call", "phone", N_("Log a call"), "registrar llamada llamar call", Permission.ACTIVITY_EDIT),
    Place("/quick-log?kind=visit", "map-pin", N_("Log a visit"), "registrar visita visit", Permission.ACTIVITY_EDIT),
    Place("/quick-log?kind=plan", "calendar-plus", N_("Plan something"), "planificar cita tarea",
          Permission.ACTIVITY_EDIT),
    Place("/cards/new", "camera", N_("Photograph a card"), "tarjeta foto card photo", Permission.CONTACT_EDIT),
    Place("/opportunities/new", "target", N_("New opportunity"), "nueva oportunidad crear",
          Permission.OPPORTUNITY_EDIT),
    Place("/leads/new", "flag", N_("New lead"), "nueva iniciativa crear", Permission.LEAD_EDIT),
    Place("/documents/new", "paperclip", N_("Add files"), "subir archivo documento upload foto",
          Permission.DOCUMENT_EDIT),
    Place("/accounts/new", "building-2", N_("New account"), "nueva cliente empresa customer crear",
          Permission.ACCOUNT_EDIT),
    Place("/contacts/new", "user-plus", N_("New contact"), "nuevo contacto persona crear", Permission.CONTACT_EDIT),
)  # fmt: skip
_DEEDS = (
    Deed("/quick-log?kind=call&account=", "phone", N_("Log a call with {name}"),
         "llamar llamada llame call called log registrar", Permission.ACTIVITY_EDIT),
    Deed("/quick-log?kind=visit&account=", "map-pin", N_("Log a visit to {name}"),
         "visitar visita visite visit visited log registrar", Permission.ACTIVITY_EDIT),
    Deed("/quick-log?kind=plan&account=", "calendar-plus", N_("Plan something with {name}"),
         "planificar planear programar agendar plan schedule cita reunion visita visitar visit meeting",
         Permission.ACTIVITY_EDIT),
    Deed("/opportunities/new?account=", "target", N_("New opportunity for {name}"),
         "oportunidad opportunity oferta nueva new", Permission.OPPORTUNITY_EDIT),
    Deed("/contacts/new?account=", "user-plus", N_("New contact at {name}"),
         "contacto contact persona nuevo new", Permission.CONTACT_EDIT),
)  # fmt: skip
_BETWEEN = "a al the an con with to for de del en at un una la el"
"""Words between a verb and a customer's name that say nothing."""


def places_called(
    viewer: Viewer, translate: Translator, words: str, *, forgiving: bool
) -> tuple[list[View], list[View]]:
    """Pages and actions of these words that the viewer may open, the best first; with a slip only if `forgiving`."""
    return (
        _called(_pages(viewer), viewer, translate, words, forgiving=forgiving),
        _called(_ACTIONS, viewer, translate, words, forgiving=forgiving),
    )


def first_actions(viewer: Viewer, translate: Translator) -> list[View]:
    """What one may begin with, where nothing was typed yet."""
    return [
        _line(place.href, place.icon, translate(place.name))
        for place in _ACTIONS
        if place.needs is None or viewer.may(place.needs)
    ]


def deeds_meant(viewer: Viewer, words: str) -> tuple[list[Deed], str]:
    """What is to be done, and with whom: what the words leave after their verbs. Nothing, where no verb is first.

    Of "new opportunity for Acme", each verb leaves fewer things that may be meant.
    """
    named = fold(words[:200]).split()
    meant = [deed for deed in _DEEDS if viewer.may(deed.needs)]
    is_verb = False
    while len(named) > 1 and (of_it := [deed for deed in meant if named[0] in deed.verbs.split()]):
        meant, is_verb = of_it, True
        named = named[1:]
        while len(named) > 1 and named[0] in _BETWEEN.split():
            named = named[1:]
    return (meant, " ".join(named)) if is_verb else ([], "")


def deed_lines(deeds: Sequence[Deed], accounts: Sequence[Any], translate: Translator) -> list[View]:
    """Each deed with each of these accounts, the likeliest account first."""
    return [
        _line(f"{deed.href}{account.id}", deed.icon, translate(deed.name, {"name": account.title}), account.detail)
        for account in accounts
        for deed in deeds
    ]


def _pages(viewer: Viewer) -> Iterable[Place]:
    yield from _PAGES
    if may_administer(viewer):
        yield Place("/admin", "key-round", N_("Administration"), "administracion admin")
    for room in ADMIN_ROOMS:
        yield Place(room.href, room.icon, room.name, room.also, room.needs)


def _called(
    places: Iterable[Place], viewer: Viewer, translate: Translator, words: str, *, forgiving: bool
) -> list[View]:
    typed = fold(words[:200])
    found = []
    for place in places:
        if place.needs is not None and not viewer.may(place.needs):
            continue
        name = translate(place.name)
        folded = fold(name)
        slips = alike(typed.split()[:8], f"{folded} {place.also}")
        if slips is not None and (forgiving or not slips):
            found.append(((slips, not folded.startswith(typed), len(name)), _line(place.href, place.icon, name)))
    return [line for _, line in sorted(found, key=lambda one: one[0])]


def _line(href: str, icon: str, title: str, detail: str = "") -> View:
    return {
        "id": href,
        "kind": "place",
        "icon": icon,
        "title": title,
        "detail": detail or None,
        "at": None,
        "href": href,
    }
