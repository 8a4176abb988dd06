# SPDX-License-Identifier: MIT
"""Who should sign a consent of this family, and whether those are the ones who did."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.consent import ConsentKind, Track
from models.records.family import Family
from models.records.municipality import Municipality
from models.records.person import Answer, Person, PersonKind, Relation
from models.rules.consent_to_right import AdultFacts
from models.rules.law import LawEdition, law_on, switch_date
from models.rules.signers import ChildFacts, Matter, Signing, who_signs
from models.values.consent_paper import Capacity
from models.values.names import full_name
from models.values.remark import Remark


@dataclass(frozen=True, slots=True)
class SignerRow:
    """Somebody who should sign; `why` is a text key, `basis` the provision as it is cited."""

    person_id: UUID | None
    name: str
    capacity: Capacity
    why: str
    basis: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Those who should sign, what to think of, and those who may sign instead or beside them."""

    signers: tuple[SignerRow, ...]
    remarks: tuple[tuple[Remark, str], ...]
    others: tuple[SignerRow, ...]


@of_family
def proposed_signers(
    session: Session, family_id: UUID, kind: ConsentKind, track: Track, child_id: UUID | None, day: date
) -> Proposal:
    """Worked out anew each time, from the people and the law as they stand that day."""
    law = law_of(session, day)
    signing = signing_of(session, family_id, kind, track, child_id, day)
    people = _people(session, family_id)
    names: dict[UUID | None, str] = {one.id: full_name(one.given_name, one.family_name) for one in people}
    signers = tuple(
        SignerRow(
            one.person_id,
            names.get(one.person_id, ""),
            one.capacity,
            one.why,
            law.find(one.basis).text,
        )
        for one in signing.signers
    )
    proposed = {one.person_id for one in signers}
    remarks = tuple((one, law.find(one.basis).text if one.basis else "") for one in signing.remarks)
    others = (one for one in people if one.id not in proposed and names[one.id])
    return Proposal(
        signers, remarks, tuple(SignerRow(one.id, names[one.id], _capacity(one, child_id), "", "") for one in others)
    )


@of_family
def signing_of(
    session: Session, family_id: UUID, kind: ConsentKind, track: Track, child_id: UUID | None, day: date
) -> Signing:
    """The rule's answer for this family on that day."""
    family = session.get_one(Family, family_id)
    child = session.get(Person, child_id) if child_id else None
    adults = [_facts(one, day) for one in _people(session, family_id) if one.kind is PersonKind.ADULT]
    about = ChildFacts(child_id, child.born_on if child else None)
    return who_signs(Matter(kind, track), about, family.care, adults, day, law_of(session, day))


def law_of(session: Session, day: date) -> LawEdition:
    """The law that day, with the switch an administrator has set (R3)."""
    municipality = session.exec(select(Municipality)).first()
    return law_on(day, switch_date(municipality.new_public_administration_act_from) if municipality else None)


def _capacity(one: Person, child_id: UUID | None) -> Capacity:
    """As what somebody signs whom the rules do not propose."""
    if one.kind is PersonKind.CHILD:
        return "youth" if one.id == child_id else ""
    match one.relation:
        case Relation.GUARDIAN:
            return "guardian"
        case Relation.FOSTER_PARENT:
            return "foster_parent"
        case Relation.CHILD_WELFARE | Relation.INSTITUTION:
            return "child_welfare"
        case _:
            return "parent" if one.parental_responsibility is Answer.YES else ""


def _people(session: Session, family_id: UUID) -> list[Person]:
    found = select(Person).where(col(Person.family_id) == family_id, col(Person.left_on).is_(None))
    return list(session.exec(found.order_by(col(Person.kind), col(Person.born_on), col(Person.id))))


def _facts(one: Person, day: date) -> AdultFacts:
    """Foreldreansvar counts from and to its dates."""
    begun = one.responsibility_from is None or one.responsibility_from <= day
    lasts = one.responsibility_to is None or day <= one.responsibility_to
    answer = one.parental_responsibility
    has_it = Answer.NO if answer is Answer.YES and not (begun and lasts) else answer
    gone = one.died_on is not None
    return AdultFacts(one.id, one.relation.value if one.relation else "", has_it.value, one.daily_care.value, gone)
