"""Every address, by name: one flat table."""

from starlette.routing import BaseRoute, Mount, Route

from pwa import live, static_files
from pwa.api import health, telegram
from pwa.pages import (
    accounts,
    activities,
    agenda,
    cards,
    chat,
    contacts,
    documents,
    new,
    operations,
    opportunities,
    quick_log,
    settings,
    today,
)
from pwa.public import open as open_link
from pwa.public import passwords, sign_in

WEBHOOK = "/telegram"
UPLOADS = frozenset({"/cards"})

ROUTES: list[BaseRoute] = [
    Route("/", today.home, name="home"),
    # Coming in
    Route("/sign-in", sign_in.new, name="sign_in"),
    Route("/sign-in", sign_in.create, methods=["POST"], name="sign_in.create"),
    Route("/sign-out", sign_in.destroy, methods=["POST"], name="sign_out"),
    Route("/password/{code}", passwords.edit, name="password"),
    Route("/password/{code}", passwords.update, methods=["POST"], name="password.update"),
    Route("/open/{code}", open_link.show, name="open"),
    Route("/open/{code}", open_link.create, methods=["POST"], name="open.create"),
    Route("/companies", settings.companies, name="companies"),
    Route("/companies", settings.choose, methods=["POST"], name="companies.choose"),
    # Today
    Route("/today", today.show, name="today"),
    Route("/agenda", agenda.show, name="agenda"),
    Route("/new", new.show, name="new"),
    Route("/activities", activities.index, name="activities"),
    Route("/activities", activities.create, methods=["POST"], name="activities.create"),
    Route("/activities/new", activities.new, name="activities.new"),
    Route("/activities/{id:uuid}", activities.show, name="activity"),
    Route("/activities/{id:uuid}/complete", activities.complete, methods=["POST"], name="activity.complete"),
    Route("/activities/{id:uuid}/postpone", activities.postpone, methods=["POST"], name="activity.postpone"),
    Route("/activities/{id:uuid}/cancel", activities.cancel, methods=["POST"], name="activity.cancel"),
    Route("/quick-log", quick_log.new, name="quick_log"),
    Route("/quick-log", quick_log.create, methods=["POST"], name="quick_log.create"),
    # Customers
    Route("/accounts", accounts.index, name="accounts"),
    Route("/accounts", accounts.create, methods=["POST"], name="accounts.create"),
    Route("/accounts/new", accounts.new, name="accounts.new"),
    Route("/accounts/{id:uuid}", accounts.show, name="account"),
    Route("/accounts/{id:uuid}", accounts.update, methods=["POST"], name="account.update"),
    Route("/accounts/{id:uuid}/edit", accounts.edit, name="account.edit"),
    Route("/accounts/{id:uuid}/archive", accounts.archive, methods=["POST"], name="account.archive"),
    Route("/contacts", contacts.create, methods=["POST"], name="contacts.create"),
    Route("/contacts/new", contacts.new, name="contacts.new"),
    Route("/contacts/{id:uuid}", contacts.show, name="contact"),
    Route("/contacts/{id:uuid}", contacts.update, methods=["POST"], name="contact.update"),
    Route("/contacts/{id:uuid}/edit", contacts.edit, name="contact.edit"),
    Route("/cards", cards.create, methods=["POST"], name="cards.create"),
    Route("/cards/new", cards.new, name="cards.new"),
    Route("/cards/{id:uuid}", cards.show, name="card"),
    Route("/cards/{id:uuid}/decide", cards.decide, methods=["POST"], name="card.decide"),
    Route("/cards/{id:uuid}/discard", cards.discard, methods=["POST"], name="card.discard"),
    Route("/documents/{id:uuid}", documents.show, name="document"),
    # Pipeline
    Route("/opportunities", opportunities.index, name="opportunities"),
    Route("/opportunities", opportunities.create, methods=["POST"], name="opportunities.create"),
    Route("/opportunities/new", opportunities.new, name="opportunities.new"),
    Route("/opportunities/stage/{id:uuid}", opportunities.stage, name="opportunities.stage"),
    Route("/opportunities/{id:uuid}", opportunities.show, name="opportunity"),
    Route("/opportunities/{id:uuid}", opportunities.update, methods=["POST"], name="opportunity.update"),
    Route("/opportunities/{id:uuid}/edit", opportunities.edit, name="opportunity.edit"),
    Route("/opportunities/{id:uuid}/move", opportunities.move_form, name="opportunity.move"),
    Route("/opportunities/{id:uuid}/move", opportunities.move, methods=["POST"], name="opportunity.move.do"),
    # More
    Route("/more", settings.more, name="more"),
    Route("/settings", settings.show, name="settings"),
    Route("/settings", settings.update, methods=["POST"], name="settings.update"),
    Route("/sessions", settings.devices, name="sessions"),
    Route("/sessions/others/end", settings.end_other_devices, methods=["POST"], name="sessions.end_others"),
    Route("/sessions/{id:uuid}/end", settings.end_device, methods=["POST"], name="session.end"),
    Route("/chat", chat.show, name="chat"),
    Route("/chat", chat.create, methods=["POST"], name="chat.create"),
    Route("/chat/{id:uuid}/unlink", chat.unlink, methods=["POST"], name="chat.unlink"),
    Route("/operations/{id:uuid}/undo", operations.undo, methods=["POST"], name="operation.undo"),
    Route("/conflicts/{id:uuid}/resolve", operations.resolve, methods=["POST"], name="conflict.resolve"),
    # For programs
    Route("/live", live.live, name="live"),
    Route("/health", health.show, name="health"),
    Route(f"{WEBHOOK}/webhook", telegram.receive, methods=["POST"], name="telegram.webhook"),
    # Files that are the same for all
    Route("/manifest.webmanifest", static_files.manifest, name="manifest"),
    Route("/service_worker.js", static_files.service_worker, name="service_worker"),
    Route("/offline/{locale}", static_files.offline, name="offline"),
    Route("/static/ronda.css", static_files.stylesheet, name="stylesheet"),
    Route("/static/ronda.js", static_files.script, name="script"),
    Route("/static/portable.{locale}.js", static_files.portable, name="portable"),
    Mount("/static", static_files.Files(directory=static_files.STATIC), name="static"),
]
