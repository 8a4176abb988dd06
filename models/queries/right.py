# SPDX-License-Identifier: MIT
"""One family's right as it stands: the wish, the assessment and who is appointed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import Assessment, ConditionAnswer, CoordinatorKind, Finding, Heard
from models.records.enquiry import Channel, Enquiry
from models.records.family import Family, FamilyState
from models.records.staff import Staff


@dataclass(frozen=True, slots=True)
class EnquiryRow:
    """A wish, and what was answered meanwhile."""

    id: UUID
    received_on: date
    channel: Channel
    received_by_id: UUID | None
    received_by: str
    from_whom: str
    wish: str
    interim_reply_on: date | None
    expected_answer_on: date | None
    information_given_on: date | None
    withdrawn_on: date | None
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What is found of one condition so far."""

    condition: str
    facts: str = ""
    judgement: str = ""
    finding: Finding = Finding.OPEN


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """The child's view and the rest around the conditions; empty where nothing is written yet."""

    wished_kind: CoordinatorKind = CoordinatorKind.CHILD_COORDINATOR
    child_heard: Heard = Heard.OPEN
    child_view: str = ""
    child_view_how: str = ""
    child_view_on: date | None = None
    not_heard_reason: str = ""
    best_interests: str = ""
    family_view: str = ""
    person_wish: str = ""
    consent_to_assess_on: date | None = None
    consent_note: str = ""
    started_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """Who is or was coordinator, and on whose authority."""

    id: UUID
    staff_id: UUID
    name: str
    kind: CoordinatorKind
    from_on: date
    to_on: date | None
    delegated_by: str
    delegated_on: date | None
    scope: str
    limits: str
    ended_reason: str
    determination_id: UUID | None

    def runs_on(self, day: date) -> bool:
        """Whether she is coordinator that day."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True)
class StaffChoice:
    """Somebody who may be appointed, with how many families she has now."""

    id: UUID
    name: str
    title: str
    families: int
    capacity: int | None


@dataclass(frozen=True, slots=True)
class RightRow:
    """The records of the right itself."""

    family_id: UUID
    family: str
    closed: bool
    language: str
    enquiry: EnquiryRow | None
    earlier_enquiries: tuple[EnquiryRow, ...]
    assessment_id: UUID | None
    assessment: AssessmentRow
    answers: tuple[AnswerRow, ...]
    appointments: tuple[AppointmentRow, ...]


@of_family
def right_of_family(session: Session, family_id: UUID) -> RightRow:
    """Wish, assessment under way (or the last one) and appointments."""
    family = session.get_one(Family, family_id)
    enquiries = enquiry_rows(session, family_id)
    assessment = newest_assessment(session, family_id)
    return RightRow(
        family_id=family.id,
        family=family.name,
        closed=family.state is not FamilyState.OPEN,
        language=family.language,
        enquiry=enquiries[0] if enquiries else None,
        earlier_enquiries=tuple(enquiries[1:]),
        assessment_id=assessment.id if assessment else None,
        assessment=assessment_row(assessment),
        answers=answer_rows(session, assessment.id) if assessment else (),
        appointments=appointment_rows(session, family_id),
    )


@of_family
def enquiry_rows(session: Session, family_id: UUID) -> list[EnquiryRow]:
    """All wishes, newest first."""
    found = session.exec(
        select(Enquiry, Staff)
        .join(Staff, col(Enquiry.received_by_id) == col(Staff.id), isouter=True)
        .where(col(Enquiry.family_id) == family_id)
        .order_by(col(Enquiry.received_on).desc(), col(Enquiry.id).desc())
    )
    return [
        EnquiryRow(
            id=one.id,
            received_on=one.received_on,
            channel=one.channel,
            received_by_id=one.received_by_id,
            received_by=staff.name if staff else "",
            from_whom=one.from_whom,
            wish=one.wish,
            interim_reply_on=one.interim_reply_on,
            expected_answer_on=one.expected_answer_on,
            information_given_on=one.information_given_on,
            withdrawn_on=one.withdrawn_on,
            answered_on=one.answered_on,
        )
        for one, staff in found
    ]


@of_family
def newest_assessment(session: Session, family_id: UUID) -> Assessment | None:
    """The assessment under way, else the one last closed."""
    return session.exec(
        select(Assessment)
        .where(col(Assessment.family_id) == family_id)
        .order_by(col(Assessment.closed_on).is_not(None), col(Assessment.id).desc())
    ).first()


def assessment_row(assessment: Assessment | None) -> AssessmentRow:
    """The assessment as it is read; an empty one where none is started."""
    if assessment is None:
        return AssessmentRow()
    return AssessmentRow(**assessment.model_dump(include=set(AssessmentRow.__slots__)))


def answer_rows(session: Session, assessment_id: UUID) -> tuple[AnswerRow, ...]:
    """What is found of each condition that somebody has answered."""
    found = session.exec(select(ConditionAnswer).where(col(ConditionAnswer.assessment_id) == assessment_id))
    return tuple(AnswerRow(one.condition, one.facts, one.judgement, one.finding) for one in found)


@of_family
def appointment_rows(session: Session, family_id: UUID) -> tuple[AppointmentRow, ...]:
    """Who is, will be and was coordinator, newest first; one that never took effect is left out."""
    found = session.exec(
        select(CoordinatorAppointment, Staff)
        .join(Staff, col(CoordinatorAppointment.staff_id) == col(Staff.id))
        .where(col(CoordinatorAppointment.family_id) == family_id)
        .order_by(col(CoordinatorAppointment.from_on).desc(), col(CoordinatorAppointment.id).desc())
    )
    return tuple(
        AppointmentRow(
            id=one.id,
            staff_id=one.staff_id,
            name=staff.name,
            kind=one.kind,
            from_on=one.from_on,
            to_on=one.to_on,
            delegated_by=one.delegated_by,
            delegated_on=one.delegated_on,
            scope=one.scope,
            limits=one.limits,
            ended_reason=one.ended_reason,
            determination_id=one.determination_id,
        )
        for one, staff in found
        if one.to_on is None or one.to_on >= one.from_on
    )


def staff_choices(session: Session, today: date) -> tuple[StaffChoice, ...]:
    """Those who can be appointed, by name, with how many families they have."""
    people = session.exec(select(Staff).where(col(Staff.active)).order_by(col(Staff.name))).all()
    running = session.exec(
        select(CoordinatorAppointment.staff_id, CoordinatorAppointment.family_id).where(
            col(CoordinatorAppointment.to_on).is_(None) | (col(CoordinatorAppointment.to_on) >= today)
        )
    ).all()
    families: dict[UUID, set[UUID]] = {}
    for staff_id, family_id in running:
        families.setdefault(staff_id, set()).add(family_id)
    return tuple(
        StaffChoice(one.id, one.name, one.title, len(families.get(one.id, ())), one.capacity) for one in people
    )
