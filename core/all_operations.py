"""Every operation and everything that follows from one, in one import."""

import core.agenda.changing
import core.agenda.finding
import core.agenda.giving
import core.agenda.mentions
import core.agenda.service
import core.agenda.snoozing
import core.customers.card_receiving
import core.customers.finding
import core.customers.from_card
import core.customers.giving
import core.customers.merging
import core.customers.service
import core.customers.twins
import core.documents.changing
import core.documents.finding
import core.documents.service
import core.imports.row
import core.imports.service
import core.lists.service
import core.merge
import core.outbox_retry
import core.people.coming_in
import core.people.first_steps
import core.people.founding
import core.people.service
import core.people.structure
import core.people.trees
import core.sales.arranging
import core.sales.following
import core.sales.giving
import core.sales.leads
import core.sales.next_steps
import core.sales.pipelines
import core.sales.qualifying
import core.sales.service
import core.sales.totals
import core.search
import core.undo
import core.voice.receiving
from core.operations import REGISTRY

__all__ = ["REGISTRY", "core"]
