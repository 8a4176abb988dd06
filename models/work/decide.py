# SPDX-License-Identifier: MIT
"""An avgjørelse on a coordinator is proposed and written; finishing one is in finish_determination (R16, R17)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.queries.decision_facts import findings_of, proposal_for
from models.records.assessment import Assessment, CoordinatorKind
from models.records.determination import Determination, DeterminationState, Outcome
from models.records.document import Document
from models.records.family import Family
from models.records.municipality import Municipality
from models.records.staff import Staff
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Line, Text
from models.work.appoint import coordinators_on
from models.work.assess import start_assessment
from models.work.by_right import by_right
from models.work.reach import reach_family, revise
from models.work.right_checks import found, not_in_future, set_fields


class DeterminationDraft(BaseModel):
    """The avgjørelse as far as it is written; only what is set is changed, a date or person may be emptied."""

    outcome: Outcome | None = None
    kind: CoordinatorKind | None = None
    coordinator_id: UUID | None = None
    effective_on: date | None = None
    reason_code: Line | None = None
    grounds: Text | None = None
    practical: Text | None = None
    alternatives: Text | None = None
    complaint_notice: bool | None = None
    prior_notice_on: date | None = None
    family_comment: Text | None = None
    signer_name: Line | None = None
    signer_title: Line | None = None
    delegated_by: Line | None = None
    delegated_on: date | None = None
    delegation_scope: Text | None = None
    delegation_limits: Text | None = None
    overlap_to: date | None = None
    language: Line | None = None


_MAY_BE_EMPTIED = frozenset({"coordinator_id", "effective_on", "prior_notice_on", "delegated_on", "overlap_to"})
_NEVER_COPIED = set(
    {"id", "version", "created_at", "state", "number", "decided_on", "effective_on", "law_edition", "sent_on"}
    | {"knowledge_on", "due_override_on", "due_override_reason", "appeal_id", "replaces_id", "assessment_id"}
    | {"prior_notice_on", "family_comment", "overlap_to"}
)


@by_right
def propose_determination(session: Session, act: Act, family_id: UUID) -> UUID:
    """The draft under way, or a new one with the outcome the answers point at; the person decides."""
    family = reach_family(session, act, family_id)
    under_way = open_draft(session, family.id)
    if under_way is not None:
        return under_way.id
    assessment = found(session, Assessment, start_assessment(session, act, family_id))
    draft = _first_draft(session, act, family, assessment)
    session.add(draft)
    session.flush()
    note(session, act, what="determination.proposed", family_id=family.id, object_id=draft.id)
    return draft.id


@by_right
def edit_determination(session: Session, act: Act, determination_id: UUID, changes: DeterminationDraft) -> UUID:
    """Write on a draft; a finished avgjørelse is never changed."""
    determination = written_draft(session, act, determination_id)
    not_in_future(act, changes.prior_notice_on, "prior_notice_on")
    revise(determination, set_fields(changes, may_be_emptied=_MAY_BE_EMPTIED))
    return determination.id


@by_right
def discard_determination(session: Session, act: Act, determination_id: UUID) -> UUID:
    """A draft nobody wants is taken away; the assessment stays as it is."""
    determination = written_draft(session, act, determination_id)
    note(session, act, what="determination.discarded", family_id=determination.family_id, object_id=determination.id)
    remove_draft(session, act, determination)
    return determination.family_id


@by_right
def replace_determination(session: Session, act: Act, determination_id: UUID, appeal_id: UUID | None = None) -> UUID:
    """A new draft that will replace a finished avgjørelse: same texts to begin with, assessment copied."""
    old = found(session, Determination, determination_id)
    reach_family(session, act, old.family_id)
    if old.state is not DeterminationState.FINAL:
        raise Refusal("right_refused.only_final_is_replaced")
    under_way = open_draft(session, old.family_id)
    if under_way is not None:
        if under_way.replaces_id == old.id:
            return under_way.id
        raise Refusal("right_refused.another_draft")
    new = Determination(created_at=act.now, **old.model_dump(exclude=_NEVER_COPIED))
    new.replaces_id, new.appeal_id = old.id, appeal_id
    new.assessment_id = start_assessment(session, act, old.family_id, like=old.assessment_id)
    new.effective_on = act.today
    session.add(new)
    session.flush()
    note(session, act, what="determination.replacement_proposed", family_id=new.family_id, object_id=new.id)
    return new.id


def open_draft(session: Session, family_id: UUID) -> Determination | None:
    """The family's avgjørelse that is not finished; there is one at most."""
    return session.exec(
        select(Determination).where(
            col(Determination.family_id) == family_id, col(Determination.state) == DeterminationState.DRAFT
        )
    ).first()


def remove_draft(session: Session, act: Act, draft: Determination) -> None:
    """Put a draft into the waste bin together with its letters, which are drafts too."""
    for letter in session.exec(select(Document).where(col(Document.determination_id) == draft.id)):
        letter.binned_at = act.now
    draft.binned_at = act.now
    session.flush()


def written_draft(session: Session, act: Act, determination_id: UUID) -> Determination:
    """The draft with this id, when it may still be written on."""
    determination = found(session, Determination, determination_id)
    reach_family(session, act, determination.family_id)
    if determination.state is not DeterminationState.DRAFT:
        raise Refusal("right_refused.final_is_locked")
    return determination


def _first_draft(session: Session, act: Act, family: Family, assessment: Assessment) -> Determination:
    coordinators = coordinators_on(session, family.id, act.today)
    municipality = session.exec(select(Municipality)).first()
    leader = (municipality.leader_name, municipality.leader_title) if municipality else ("", "")
    signer = leader if leader[0] else _own_name(session, act)
    return Determination(
        created_at=act.now,
        family_id=family.id,
        assessment_id=assessment.id,
        outcome=_proposed(session, assessment, has_coordinator=bool(coordinators)),
        kind=assessment.wished_kind,
        coordinator_id=coordinators[-1].staff_id if coordinators else None,
        effective_on=act.today,
        signer_name=signer[0],
        signer_title=signer[1],
        delegated_by=", ".join(filter(None, leader)),
        delegated_on=act.today if leader[0] else None,
        language=family.language,
    )


def _own_name(session: Session, act: Act) -> tuple[str, str]:
    """Who writes the avgjørelse signs it where no leader does."""
    staff = session.get(Staff, act.staff_id)
    return (staff.name, staff.title) if staff else (act.name, "")


def _proposed(session: Session, assessment: Assessment, has_coordinator: bool) -> Outcome:
    """What the findings point at; where they do not suffice, what the family hopes for, not yet to be finished."""
    findings = findings_of(session, assessment.id)
    proposal = proposal_for(assessment.wished_kind, findings, has_coordinator)
    hoped = Outcome.CHANGED if has_coordinator else Outcome.GRANTED
    return Outcome(proposal.outcome) if proposal.outcome else hoped
