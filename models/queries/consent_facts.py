# SPDX-License-Identifier: MIT
"""What the family's consents let each service know, as the rule of visibility asks for it."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.queries.recipients import present
from models.records.consent import Consent, ConsentKind, ConsentScope, ConsentSigner
from models.records.family_service import FamilyService
from models.records.person import Person, PersonKind
from models.rules.consent_state import childhood_end, earliest
from models.rules.visibility import Permission, kinds_in, of_all

# A yes to a coordinator tells nobody anything; these three do, each for the services it names.
OPENS = frozenset({ConsentKind.INDIVIDUAL_PLAN, ConsentKind.CARE_TEAM, ConsentKind.SHARING})
TEAM = frozenset({ConsentKind.CARE_TEAM})


@of_family
def permissions_of(session: Session, family_id: UUID, child_id: UUID | None = None) -> tuple[Permission, ...]:
    """Every permission, also those run out or withdrawn; `child_id` leaves out those given for another child."""
    found = _given(session, family_id)
    return tuple(one for one, about in found if child_id is None or about in (None, child_id))


@of_family
def permissions_about(session: Session, family_id: UUID, child_id: UUID | None) -> tuple[Permission, ...]:
    """The permissions that count where one child is talked of; without a child it is about every child at once.

    A yes for one child lets nobody hear of a sister, so what is about them all needs a yes for each.
    """
    return _about(session, family_id, child_id, OPENS)


@of_family
def team_permissions(session: Session, family_id: UUID, child_id: UUID | None) -> tuple[Permission, ...]:
    """Of these, those that let somebody take part in the ansvarsgruppe: no other consent implies it (R25)."""
    return _about(session, family_id, child_id, TEAM)


def _about(
    session: Session, family_id: UUID, child_id: UUID | None, kinds: frozenset[ConsentKind]
) -> tuple[Permission, ...]:
    found = _given(session, family_id, kinds)
    if child_id is not None:
        return tuple(one for one, about in found if about in (None, child_id))
    children = [one.id for one in present(session, family_id) if one.kind is PersonKind.CHILD]
    return of_all([[one for one, about in found if about in (None, id)] for id in children or (None,)])


def _given(
    session: Session, family_id: UUID, kinds: frozenset[ConsentKind] = OPENS
) -> list[tuple[Permission, UUID | None]]:
    """Every permission with the child it was given for."""
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
    return [
        (
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
            ),
            consent.child_id,
        )
        for consent, scope, service in found
        # of a child that lives in another family now, nobody is told anything on the old family's yes
        if consent.kind in kinds and consent.child_id in births
    ]
