# SPDX-License-Identifier: MIT
"""All that the tab «Rett og avgjørelse» shows, read at once: records, law of today, and what the answers point at."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from models.queries.appeals import AppealRow, DeadlineRow, appeals, deadlines_of
from models.queries.coordination import CoordinationRow, coordination_of
from models.queries.decision_facts import decision_facts, proposal_for
from models.queries.determinations import DeterminationRow, determinations
from models.queries.guard import of_family
from models.queries.right import (
    AnswerRow,
    AppointmentRow,
    AssessmentRow,
    EnquiryRow,
    RightRow,
    StaffChoice,
    right_of_family,
    staff_choices,
)
from models.records.assessment import Finding
from models.records.determination import Determination, DeterminationState
from models.records.municipality import Municipality
from models.rules.conditions import CONDITIONS
from models.rules.deadlines import interim_reply_due
from models.rules.decision_checks import worth_a_thought
from models.rules.entitlement import Proposal
from models.rules.law import LawEdition, law_on, switch_date
from models.values.letter import LawReference
from models.values.remark import Remark


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A condition with its help, the law that holds today, and what is found so far."""

    condition: str
    title: str
    help: str
    reminders: tuple[str, ...]
    law: tuple[LawReference, ...]
    checked_on: date
    facts: str
    judgement: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class RightPicture:
    """The tab as it stands today."""

    today: date
    right: RightRow
    conditions: tuple[ConditionRow, ...]
    child_help: str
    proposal: Proposal
    determinations: tuple[DeterminationRow, ...]
    thoughts: tuple[Remark, ...]
    deadlines: tuple[DeadlineRow, ...]
    appeals: tuple[AppealRow, ...]
    coordination: tuple[CoordinationRow, ...]
    staff: tuple[StaffChoice, ...]

    @property
    def enquiry(self) -> EnquiryRow | None:
        """The newest wish."""
        return self.right.enquiry

    @property
    def assessment(self) -> AssessmentRow:
        """What is written around the conditions."""
        return self.right.assessment

    @property
    def answer_due_on(self) -> date | None:
        """When the family must hear something: a month after the wish, or as a preliminary answer promised."""
        enquiry = self.enquiry
        if enquiry is None or enquiry.withdrawn_on or enquiry.answered_on:
            return None
        if enquiry.interim_reply_on:
            return enquiry.expected_answer_on or interim_reply_due(enquiry.interim_reply_on)
        return interim_reply_due(enquiry.received_on)

    @property
    def draft(self) -> DeterminationRow | None:
        """The avgjørelse under way."""
        return next((one for one in self.determinations if one.state is DeterminationState.DRAFT), None)

    @property
    def current(self) -> DeterminationRow | None:
        """The newest avgjørelse that stands."""
        return next((one for one in self.determinations if one.state is DeterminationState.FINAL), None)

    @property
    def coordinator(self) -> AppointmentRow | None:
        """Who is coordinator today; during an overlap the newest."""
        return next((one for one in self.right.appointments if one.runs_on(self.today)), None)


@of_family
def right_picture(session: Session, family_id: UUID, today: date, language: str) -> RightPicture:
    """Read it all; `language` is the one the screen speaks."""
    right = right_of_family(session, family_id)
    law = _law(session, today)
    found = determinations(session, family_id)
    holds = any(one.to_on is None or one.to_on >= today for one in right.appointments)
    findings = {one.condition: one.finding.value for one in right.answers}
    return RightPicture(
        today=today,
        right=right,
        conditions=_conditions(right.answers, law, language),
        child_help=law.find("pbrl_3_1").plain[language],
        proposal=proposal_for(right.assessment.wished_kind, findings, holds),
        determinations=found,
        thoughts=_thoughts(session, found, today),
        deadlines=deadlines_of(found),
        appeals=appeals(session, family_id),
        coordination=coordination_of(session, family_id),
        staff=staff_choices(session, today),
    )


def _law(session: Session, today: date) -> LawEdition:
    municipality = session.exec(select(Municipality)).first()
    switch = switch_date(municipality.new_public_administration_act_from) if municipality else None
    return law_on(today, switch)


def _conditions(answers: tuple[AnswerRow, ...], law: LawEdition, language: str) -> tuple[ConditionRow, ...]:
    given = {one.condition: one for one in answers}
    return tuple(
        ConditionRow(
            condition=id,
            title=condition.title[language],
            help=condition.help[language],
            reminders=condition.reminders[language],
            law=law.references(condition.provisions, language),
            checked_on=law.find(condition.provisions[0]).checked,
            facts=given[id].facts if id in given else "",
            judgement=given[id].judgement if id in given else "",
            finding=given[id].finding if id in given else Finding.OPEN,
        )
        for id, condition in CONDITIONS.items()
    )


def _thoughts(session: Session, found: tuple[DeterminationRow, ...], today: date) -> tuple[Remark, ...]:
    draft = next((one for one in found if one.state is DeterminationState.DRAFT), None)
    record = session.get(Determination, draft.id) if draft else None
    return tuple(worth_a_thought(decision_facts(session, record, today))) if record else ()
