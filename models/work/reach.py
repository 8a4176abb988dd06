# SPDX-License-Identifier: MIT
"""What every use-case on a family does first: find it, see that this person may work with it, and revise it safely."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session

from models.queries.access import Sight, sight
from models.records.base import Record
from models.records.family import Family, FamilyState
from models.records.person import Person
from models.rules.rights import TABLE, Right
from models.values.act import Act, Role
from models.values.refusal import Refusal
from models.values.typed import gives_reason


def reach_family(
    session: Session, act: Act, family_id: UUID, *, closed_too: bool = False, read_only: bool = False
) -> Family:
    """The family, ready to be worked with; refused when it is another's, closed, or one with another."""
    act.require(*TABLE[Right.WORK_WITH_FAMILY])
    family = session.get(Family, family_id)
    if family is None:
        raise Refusal("family.refused.not_found")
    if family.state is FamilyState.MERGED:
        raise Refusal("family.refused.merged")
    if family.state is FamilyState.HANDED_OVER and not read_only:
        raise Refusal("transfer.refused.handed_over")
    if family.state is FamilyState.CLOSED and not closed_too:
        raise Refusal("family.refused.closed")
    require_sight(session, act, family_id)
    return family


def require_sight(session: Session, act: Act, family_id: UUID) -> None:
    """Refuse a family this person may not see, and without a reason one that is not hers."""
    if Role.COORDINATING_UNIT in act.roles:
        return
    match sight(session, act.staff_id, family_id):
        case Sight.SEALED | Sight.NONE:
            raise Refusal("family.refused.sealed")
        case Sight.REASON if not gives_reason(act.reason):
            raise Refusal("family.refused.reason_missing")
        case _:
            return


def reach_person(session: Session, act: Act, person_id: UUID) -> Person:
    """The person, in a family this act may work with."""
    person = session.get(Person, person_id)
    if person is None:
        raise Refusal("family.refused.person_not_found")
    reach_family(session, act, person.family_id)
    return person


def revise(record: Record, values: Mapping[str, object]) -> bool:
    """Set only what differs, so that the same value again is no change in the history."""
    differing = {name: value for name, value in values.items() if getattr(record, name) != value}
    for name, value in differing.items():
        setattr(record, name, value)
    return bool(differing)
