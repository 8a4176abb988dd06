# SPDX-License-Identifier: MIT
"""Who can be given a task in a family: one of us, one of the family, or a service with its contact there (R45)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, or_, select

from models.queries.access import colleagues
from models.queries.guard import of_family
from models.records.family_service import FamilyService, ServiceState
from models.records.person import Person, PersonKind

# So old one is before one is asked to see to anything oneself (pbrl § 4-4: the child's word from twelve).
TAKES_ON_FROM = 12
GONE = (ServiceState.ENDED, ServiceState.REFUSED)


@dataclass(frozen=True, slots=True)
class Responsible:
    """Somebody who can be chosen; `kind` is staff, person or service, `second` tells of whom one speaks."""

    kind: str
    id: UUID
    name: str
    second: str = ""


@of_family
def who_can(session: Session, family_id: UUID, today: date) -> tuple[Responsible, ...]:
    """Those of the family, the services around it with their contacts, then one's colleagues."""
    people = session.exec(select(Person).where(Person.family_id == family_id).order_by(col(Person.id)))
    family = [
        Responsible("person", one.id, f"{one.given_name} {one.family_name}".strip())
        for one in people
        if one.left_on is None and one.died_on is None and one.given_name and _takes_on(one, today)
    ]
    around = session.exec(
        select(FamilyService)
        .where(FamilyService.family_id == family_id, col(FamilyService.state).not_in(GONE))
        .order_by(FamilyService.name)
    )
    services = [Responsible("service", one.id, one.name, one.contact) for one in around]
    ours = [Responsible("staff", id, name) for id, name in colleagues(session)]
    return (*family, *services, *ours)


@of_family
def services_by_kind(session: Session, family_id: UUID, child_id: UUID) -> dict[str, UUID]:
    """The service of each kind around one child, the child's own before one for the whole family."""
    around = session.exec(
        select(FamilyService)
        .where(
            FamilyService.family_id == family_id,
            col(FamilyService.kind) != "",
            col(FamilyService.state).not_in(GONE),
            or_(col(FamilyService.child_id).is_(None), col(FamilyService.child_id) == child_id),
        )
        .order_by(col(FamilyService.child_id).is_not(None), col(FamilyService.id))
    )
    return {one.kind: one.id for one in around}


def _takes_on(person: Person, today: date) -> bool:
    if person.kind is not PersonKind.CHILD:
        return True
    return person.born_on is not None and person.born_on.year + TAKES_ON_FROM <= today.year
