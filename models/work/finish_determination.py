# SPDX-License-Identifier: MIT
"""An avgjørelse is finished: checked, numbered, locked, and carried out in the same transaction (R16-R19)."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from models.queries.decision_facts import decision_facts
from models.queries.numbers import next_number
from models.records.assessment import Assessment
from models.records.determination import Determination, DeterminationState
from models.records.enquiry import Enquiry
from models.records.municipality import Municipality
from models.rules.conditions import CONDITIONS
from models.rules.decision_checks import what_is_missing
from models.rules.law import law_on, switch_date
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal, Refusals
from models.work.appoint import appointment_refusals, carry_out
from models.work.by_right import by_right
from models.work.decide import written_draft
from models.work.reach import revise

# As the page shows them from top to bottom; the five conditions stand where the child's view ends.
FORM_ORDER = (
    *("child_heard", "child_view", "not_heard_reason", "best_interests", *CONDITIONS, "outcome", "kind"),
    *("coordinator_id", "effective_on", "overlap_to", "reason_code", "grounds", "prior_notice_on", "family_comment"),
    *("practical", "alternatives", "delegated_by", "delegated_on", "delegation_scope", "delegation_limits"),
    *("signer_name", "signer_title", "complaint_notice"),
)


@by_right
def finish_determination(session: Session, act: Act, determination_id: UUID) -> UUID:
    """Give it number and date and lock it; what is missing is refused in the order of the form."""
    determination = written_draft(session, act, determination_id)
    missing = what_stops(session, determination, act.today)
    if missing:
        raise Refusals(missing)
    carry_out(session, act, determination)
    _lock(session, act, determination)
    _close_assessment(session, determination, act.today)
    _replace(session, act, determination)
    note(
        session,
        act,
        what=f"determination.finished.{determination.outcome}",
        family_id=determination.family_id,
        object_id=determination.id,
    )
    return determination.id


def what_stops(session: Session, determination: Determination, today: date) -> list[Refusal]:
    """All that must be mended before it can be finished."""
    found = [
        *appointment_refusals(session, determination, today),
        *what_is_missing(decision_facts(session, determination, today)),
    ]
    return sorted(found, key=lambda one: FORM_ORDER.index(one.field) if one.field in FORM_ORDER else len(FORM_ORDER))


def _lock(session: Session, act: Act, determination: Determination) -> None:
    municipality = session.exec(select(Municipality)).first()
    switch = switch_date(municipality.new_public_administration_act_from) if municipality else None
    revise(
        determination,
        {
            "number": next_number(session, act.today),
            "state": DeterminationState.FINAL,
            "decided_on": act.today,
            "effective_on": determination.effective_on or act.today,
            "law_edition": law_on(act.today, switch).edition,
        },
    )


def _close_assessment(session: Session, determination: Determination, today: date) -> None:
    assessment = session.get(Assessment, determination.assessment_id) if determination.assessment_id else None
    if assessment is None:
        return
    revise(assessment, {"closed_on": today})
    enquiry = session.get(Enquiry, assessment.enquiry_id) if assessment.enquiry_id else None
    if enquiry is not None and enquiry.answered_on is None:
        revise(enquiry, {"answered_on": today})


def _replace(session: Session, act: Act, determination: Determination) -> None:
    old = session.get(Determination, determination.replaces_id) if determination.replaces_id else None
    if old is None:
        return
    revise(old, {"state": DeterminationState.REPLACED})
    note(session, act, what="determination.replaced", family_id=old.family_id, object_id=old.id)
