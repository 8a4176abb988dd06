# SPDX-License-Identifier: MIT
"""What the family's consents let each service know, as the rule of visibility asks for it."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.consent import Consent, ConsentKind, ConsentScope, ConsentSigner
from models.records.family_service import FamilyService
from models.records.person import Person
from models.rules.consent_state import childhood_end, earliest
from models.rules.visibility import Permission, kinds_in

# A yes to a coordinator tells nobody anything; these three do, each for the services it names.
OPENS = frozenset({ConsentKind.INDIVIDUAL_PLAN, ConsentKind.CARE_TEAM, ConsentKind.SHARING})


@of_family
def permissions_of(session: Session, family_id: UUID, child_id: UUID | None = None) -> tuple[Permission, ...]:
    """Every permission, also those run out or withdrawn; `child_id` leaves out those given for another child."""
    signed: dict[UUID, set[str]] = {}
    for one in session.exec(select(ConsentSigner).where(ConsentSigner.family_id == family_id)):
        signed.setdefault(one.consent_id, set()).add(one.capacity)
    people = session.exec(select(Person).where(Person.family_id == family_id, col(Person.left_on).is_(None)))
    births: dict[UUID | None, date | None] = {None: None, **{one.id: one.born_on for one in people}}
    found = session.exec(
        select(Consent, ConsentScope, FamilyService)
        .join(ConsentScope, col(ConsentScope.consent_id) == Consent.id)
        .join(FamilyService, col(FamilyService.id) == ConsentScope.family_service_id)
        .where(Consent.family_id == family_id)
        .order_by(col(Consent.given_on), col(Consent.id), col(ConsentScope.id))
    )
    return tuple(
        Permission(
            consent_id=consent.id,
            service_id=scope.family_service_id,
            information=kinds_in(scope.information),
            from_on=None if consent.refused_on else consent.given_on,
            # a service that has ended has no task left to be told anything for
            until=earliest(
                *(consent.expires_on, scope.expires_on, service.ended_on),
                childhood_end(births.get(consent.child_id), signed.get(consent.id, ())),
            ),
            withdrawn_on=consent.withdrawn_on,
        )
        for consent, scope, service in found
        # of a child that lives in another family now, nobody is told anything on the old family's yes
        if consent.kind in OPENS and consent.child_id in births and child_id in (None, consent.child_id or child_id)
    )
