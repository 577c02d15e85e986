"""Every table, in one import: for migrations and for whoever makes a database."""

import core.agenda.finding
import core.agenda.mentions
import core.agenda.models
import core.agenda.reminding
import core.chat_state
import core.customers.models
import core.customers.readings
import core.customers.twins
import core.documents.models
import core.events
import core.imports.models
import core.leases
import core.lists.models
import core.marks
import core.merge
import core.outbox
import core.people.credentials
import core.people.models
import core.presence
import core.recents
import core.sales.models
import core.search_entries
import core.timings
import core.voice.notes
from core.database import Base

metadata = Base.metadata

__all__ = ["Base", "core", "metadata"]
