# SPDX-License-Identifier: MIT
"""What is shared is written down with the ground it stands on; without consent only as a decision (R32, R35)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.queries.consent_facts import permissions_of
from models.queries.consent_signers import law_of
from models.records.consent import Sharing, SharingDecision
from models.records.family_service import FamilyService
from models.records.person import Person
from models.rules.sharing_rules import rules_for
from models.rules.visibility import Information, kinds_out
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import RequiredLine, RequiredText, Text
from models.work.by_right import by_right
from models.work.reach import reach_family
from models.work.right_checks import found, not_in_future


class SharingDraft(BaseModel):
    """What went to whom; a party gets it as of right, a service on a consent or a decision."""

    recipient: RequiredLine
    shared_on: date
    what: RequiredLine
    information: frozenset[Information] = frozenset()
    family_service_id: UUID | None = None
    person_id: UUID | None = None
    consent_id: UUID | None = None
    decision_id: UUID | None = None
    document_id: UUID | None = None
    party: bool = False


class SharingDecisionDraft(BaseModel):
    """Which rule lets who tell whom what, why it is necessary, and what is best for the child."""

    child_id: UUID | None = None
    family_service_id: UUID | None = None
    giver: RequiredLine
    giver_sector: RequiredLine
    recipient: RequiredLine
    rule: RequiredLine
    what: RequiredText
    why_necessary: RequiredText
    best_interests: RequiredText
    family_told: Text = ""
    decided_by: RequiredLine
    decided_on: date


@by_right
def log_sharing(session: Session, act: Act, family_id: UUID, draft: SharingDraft) -> UUID:
    """Write down what was shared, with the consent that held that day, the decision, or that it is the family's own."""
    reach_family(session, act, family_id, closed_too=True)
    not_in_future(act, draft.shared_on, "shared_on")
    values = draft.model_dump() | {"information": kinds_out(draft.information)}
    if draft.decision_id is not None:
        decision = found(session, SharingDecision, draft.decision_id)
        if decision.family_id != family_id:
            raise Refusal("right_refused.gone", field="decision_id")
    elif not draft.party:
        values["consent_id"] = _ground(session, family_id, draft)
    sharing = Sharing(created_at=act.now, family_id=family_id, **values)
    session.add(sharing)
    session.flush()
    note(session, act, what="sharing.logged", family_id=family_id, object_id=sharing.id)
    return sharing.id


@by_right
def decide_sharing(session: Session, act: Act, family_id: UUID, draft: SharingDecisionDraft) -> UUID:
    """Somebody decides to tell without consent, and answers for it; only a rule that binds the giver is taken."""
    reach_family(session, act, family_id)
    not_in_future(act, draft.decided_on, "decided_on")
    if draft.rule not in rules_for(draft.giver_sector, law_of(session, draft.decided_on)):
        raise Refusal("consent_refused.rule_not_for_giver", field="rule")
    if draft.child_id is not None and found(session, Person, draft.child_id).family_id != family_id:
        raise Refusal("right_refused.gone", field="child_id")
    if draft.family_service_id and found(session, FamilyService, draft.family_service_id).family_id != family_id:
        raise Refusal("right_refused.gone", field="recipient")
    decision = SharingDecision(created_at=act.now, family_id=family_id, **draft.model_dump())
    session.add(decision)
    session.flush()
    note(session, act, what="sharing.decided", family_id=family_id, object_id=decision.id)
    return decision.id


def _ground(session: Session, family_id: UUID, draft: SharingDraft) -> UUID:
    """The consent it builds on: the one named when it holds that day, else the oldest that does."""
    holding = [
        one.consent_id
        for one in permissions_of(session, family_id)
        if one.service_id == draft.family_service_id and one.holds_on(draft.shared_on)
    ]
    if draft.family_service_id is None or not holding or draft.consent_id not in (None, *holding):
        raise Refusal("consent_refused.nothing_allows", field="recipient", basis="fvl_13")
    return draft.consent_id or holding[0]
