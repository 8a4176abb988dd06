# SPDX-License-Identifier: MIT
"""What the family's consents let each service know, as the rule of visibility asks for it."""

from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.consent import Consent, ConsentKind, ConsentScope
from models.rules.visibility import Permission, kinds_in

# A yes to a coordinator tells nobody anything; these three do, each for the services it names.
OPENS = frozenset({ConsentKind.INDIVIDUAL_PLAN, ConsentKind.CARE_TEAM, ConsentKind.SHARING})


@of_family
def permissions_of(session: Session, family_id: UUID, child_id: UUID | None = None) -> tuple[Permission, ...]:
    """Every permission, also those run out or withdrawn; `child_id` leaves out those given for another child."""
    found = session.exec(
        select(Consent, ConsentScope)
        .join(ConsentScope, col(ConsentScope.consent_id) == Consent.id)
        .where(Consent.family_id == family_id)
        .order_by(col(Consent.given_on), col(Consent.id), col(ConsentScope.id))
    )
    return tuple(
        Permission(
            consent_id=consent.id,
            service_id=scope.family_service_id,
            information=kinds_in(scope.information),
            from_on=None if consent.refused_on else consent.given_on,
            until=min((day for day in (consent.expires_on, scope.expires_on) if day), default=None),
            withdrawn_on=consent.withdrawn_on,
        )
        for consent, scope in found
        if consent.kind in OPENS and (child_id is None or consent.child_id in (None, child_id))
    )
