# SPDX-License-Identifier: MIT
"""Somebody is appointed coordinator on delegated authority, and the one before steps back (R18, R19)."""

from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from models.records.appointment import CoordinatorAppointment
from models.records.determination import Determination, Outcome
from models.rules.coordinator_rules import Standing, clashes
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal, Refusals
from models.work.reach import revise


def coordinators_on(session: Session, family_id: UUID, day: date) -> list[CoordinatorAppointment]:
    """Who has whole responsibility for the family that day or takes it up later."""
    appointments = session.exec(
        select(CoordinatorAppointment)
        .where(col(CoordinatorAppointment.family_id) == family_id)
        .order_by(col(CoordinatorAppointment.from_on))
    )
    return [one for one in appointments if one.to_on is None or one.to_on >= day]


def appointment_refusals(session: Session, determination: Determination, today: date) -> list[Refusal]:
    """Outcomes that do not fit who is coordinator now."""
    undone, standing = _before(session, determination, today)
    match determination.outcome:
        case Outcome.REFUSED if standing:
            return [Refusal("right_refused.refused_with_coordinator", field="outcome")]
        case Outcome.ENDED if not (undone or standing):
            return [Refusal("right_refused.nobody_to_end", field="outcome")]
        case Outcome.GRANTED if standing:
            return [Refusal("right_refused.has_coordinator", field="outcome")]
        case Outcome.CHANGED | Outcome.PERSON_CHANGED if not (undone or standing):
            return [Refusal("right_refused.nobody_to_change", field="outcome")]
    return []


def carry_out(session: Session, act: Act, determination: Determination) -> None:
    """What a finished avgjørelse means for who is coordinator; called in the same transaction that finishes it."""
    day = determination.effective_on or act.today
    undone, standing = _before(session, determination, act.today)
    before = [*undone, *standing]
    match determination.outcome:
        case Outcome.REFUSED:
            _end(session, act, undone, day, determination)
        case Outcome.ENDED:
            _end(session, act, before, day, determination)
        case Outcome.GRANTED:
            _end(session, act, undone, day, determination)
            _appoint(session, act, determination, day)
        case Outcome.CHANGED | Outcome.PERSON_CHANGED:
            _end(session, act, before, _handed_over(determination, before, day), determination)
            _appoint(session, act, determination, day)


def _before(
    session: Session, determination: Determination, today: date
) -> tuple[list[CoordinatorAppointment], list[CoordinatorAppointment]]:
    """Appointments that the replaced avgjørelse made, and the others that stand on the day it takes effect."""
    found = coordinators_on(session, determination.family_id, determination.effective_on or today)
    replaced = determination.replaces_id
    undone = [one for one in found if replaced is not None and one.determination_id == replaced]
    return undone, [one for one in found if one not in undone]


def _handed_over(determination: Determination, before: list[CoordinatorAppointment], day: date) -> date:
    """The first day without the former: an overlap is agreed between two persons, never of one with herself."""
    same_person = any(one.staff_id == determination.coordinator_id for one in before)
    if determination.overlap_to is None or same_person:
        return day
    return max(day, determination.overlap_to + timedelta(days=1))


def _end(
    session: Session, act: Act, appointments: list[CoordinatorAppointment], first_day_without: date, by: Determination
) -> None:
    for one in appointments:
        # Ended before it began: it never took effect, and its last day is the day before its first.
        last_day = max(one.from_on, first_day_without) - timedelta(days=1)
        revise(one, {"to_on": last_day, "ended_reason": by.reason_code or by.outcome.value})
        note(session, act, what="appointment.ended", family_id=one.family_id, object_id=one.id)


def _appoint(session: Session, act: Act, determination: Determination, day: date) -> None:
    if determination.coordinator_id is None:
        raise Refusal("right_refused.coordinator_missing", field="coordinator_id")
    new = Standing(determination.coordinator_id, determination.kind, day)
    found = clashes(_standing(session, determination.family_id), new, determination.overlap_to)
    if found:
        raise Refusals(found)
    appointment = CoordinatorAppointment(
        created_at=act.now,
        family_id=determination.family_id,
        determination_id=determination.id,
        staff_id=determination.coordinator_id,
        kind=determination.kind,
        from_on=day,
        delegated_by=determination.delegated_by,
        delegated_on=determination.delegated_on,
        scope=determination.delegation_scope,
        limits=determination.delegation_limits,
    )
    session.add(appointment)
    session.flush()
    note(session, act, what="appointment.made", family_id=appointment.family_id, object_id=appointment.id)


def _standing(session: Session, family_id: UUID) -> list[Standing]:
    """Everyone who was, is or will be coordinator; an appointment that never took effect does not count."""
    session.flush()
    return [
        Standing(one.staff_id, one.kind, one.from_on, one.to_on)
        for one in coordinators_on(session, family_id, date.min)
        if one.to_on is None or one.to_on >= one.from_on
    ]
