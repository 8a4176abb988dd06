# SPDX-License-Identifier: MIT
"""A protected address is shown only after a reason, and the showing itself is kept (R67)."""

from dataclasses import dataclass
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.person import Person
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Reason
from models.work.by_right import by_right
from models.work.reach import reach_family


class RevealDraft(BaseModel):
    """Why the address has to be seen now."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is hidden for a person with a protected address."""

    phone: str
    email: str
    address: str
    postal_code: str
    place: str
    school: str


@by_right
def reveal_protected(session: Session, act: Act, person_id: UUID, draft: RevealDraft) -> Whereabouts:
    """Show one person's address, phone and school once; who, when and why is logged."""
    person = session.get(Person, person_id)
    if person is None:
        raise Refusal("family.refused.person_not_found")
    reach_family(session, act, person.family_id, closed_too=True, read_only=True)
    note(
        session,
        act,
        what="person.address_revealed",
        family_id=person.family_id,
        object_id=person.id,
        reason=draft.reason,
    )
    return Whereabouts(
        phone=person.phone,
        email=person.email,
        address=person.address,
        postal_code=person.postal_code,
        place=person.place,
        school=person.school,
    )
