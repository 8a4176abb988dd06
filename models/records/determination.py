# SPDX-License-Identifier: MIT
"""The avgjørelse on a coordinator: not an enkeltvedtak (pbrl § 2-7), yet written, reasoned and open to complaint."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.assessment import CoordinatorKind
from models.records.base import Record


class Outcome(StrEnum):
    """The five outcomes (decisions.md, Rights)."""

    GRANTED = "granted"
    REFUSED = "refused"
    CHANGED = "changed"
    PERSON_CHANGED = "person_changed"
    ENDED = "ended"


class DeterminationState(StrEnum):
    """A draft can be changed; a final one never: a new one replaces it."""

    DRAFT = "draft"
    FINAL = "final"
    REPLACED = "replaced"


class Determination(Record, table=True):
    """One avgjørelse with its outcome, grounds, complaint notice and signature block."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    assessment_id: UUID | None = Field(default=None, foreign_key="assessment.id")
    replaces_id: UUID | None = Field(default=None, foreign_key="determination.id")
    appeal_id: UUID | None = Field(default=None, description="the complaint behind it; no key: it points back")
    state: DeterminationState = DeterminationState.DRAFT
    number: str = ""
    outcome: Outcome
    kind: CoordinatorKind = CoordinatorKind.CHILD_COORDINATOR
    coordinator_id: UUID | None = Field(default=None, foreign_key="staff.id")
    decided_on: date | None = None
    effective_on: date | None = None
    reason_code: str = ""
    grounds: str = ""
    practical: str = Field(default="", description="what the decision means in practice")
    alternatives: str = Field(default="", description="what the family can get instead, when refused or ended")
    complaint_notice: bool = True
    prior_notice_on: date | None = Field(default=None, description="when the family was told before an end or change")
    family_comment: str = ""
    signer_name: str = ""
    signer_title: str = ""
    delegated_by: str = ""
    delegated_on: date | None = None
    delegation_scope: str = ""
    delegation_limits: str = ""
    overlap_to: date | None = None
    language: str = "nb"
    law_edition: str = ""
    sent_on: date | None = None
    knowledge_on: date | None = Field(default=None, description="when the family knew enough to complain (pbrl § 7-5)")
    due_override_on: date | None = None
    due_override_reason: str = ""
