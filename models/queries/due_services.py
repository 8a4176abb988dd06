# SPDX-License-Identifier: MIT
"""What services make Min dag tell: a refusal to answer, a grant not begun, a wish not applied for."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session, col, select

from models.queries.due_row import Loose, Scope
from models.records.family_service import FamilyService, ServiceState
from models.records.listing import FamilyListing

BEGUN_WITHIN, APPLIED_WITHIN = timedelta(days=30), timedelta(days=60)
# A complaint's last day is told for a week after it, then there is nothing left to do about it.
STILL_TOLD = timedelta(days=7)
_WAITS = (ServiceState.REFUSED, ServiceState.GRANTED, ServiceState.WISHED)


def services_due(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    """Every loose end of the services of the families in scope."""
    waiting = (
        select(FamilyService, FamilyListing.protected)
        .join(FamilyListing, col(FamilyListing.family_id) == FamilyService.family_id)
        .where(col(FamilyService.family_id).in_(scope), col(FamilyService.state).in_(_WAITS))
    )
    for one, protected in session.exec(waiting):
        due, since = _when(one)
        if due is None or (one.state is ServiceState.REFUSED and due < today - STILL_TOLD):
            continue
        # a list of many families is no place for what a service's name tells of where somebody lives
        name = "" if protected else one.name
        yield Loose(f"service_{one.state.value}", due, one.family_id, "services", one.id, name, since)


def _when(one: FamilyService) -> tuple[date | None, date | None]:
    """The day something should be done, and since when it waits."""
    match one.state:
        case ServiceState.REFUSED:
            return one.complaint_due_on, one.answered_on
        case ServiceState.GRANTED:
            return one.answered_on and one.answered_on + BEGUN_WITHIN, one.answered_on
        case _:
            return one.wished_on and one.wished_on + APPLIED_WITHIN, one.wished_on
