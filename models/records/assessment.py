# SPDX-License-Identifier: MIT
"""The assessment of the right: five conditions, the child's view and best interests (R14, R15)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class CoordinatorKind(StrEnum):
    """The municipality's two kinds, never both at once (hol §§ 7-2 and 7-2 a)."""

    CHILD_COORDINATOR = "child_coordinator"
    COORDINATOR = "coordinator"


class Finding(StrEnum):
    """What the person found of one condition."""

    OPEN = "open"
    MET = "met"
    NOT_MET = "not_met"
    UNCLEAR = "unclear"


class Heard(StrEnum):
    """Whether the child was heard; not heard needs a reason."""

    OPEN = "open"
    HEARD = "heard"
    NOT_HEARD = "not_heard"


class Assessment(Record, table=True):
    """One assessment of one family's right, filled in over time and closed by a determination."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    enquiry_id: UUID | None = Field(default=None, foreign_key="enquiry.id")
    started_on: date
    closed_on: date | None = None
    wished_kind: CoordinatorKind = CoordinatorKind.CHILD_COORDINATOR
    child_heard: Heard = Heard.OPEN
    child_view: str = ""
    child_view_how: str = Field(default="", description="how and by whom the child was heard")
    child_view_on: date | None = None
    not_heard_reason: str = ""
    best_interests: str = ""
    family_view: str = ""
    person_wish: str = Field(default="", description="whom the family wants as coordinator")
    consent_to_assess_on: date | None = None
    consent_note: str = ""


class ConditionAnswer(Record, table=True):
    """Facts, assessment and finding for one of the conditions in hol § 7-2 a."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    assessment_id: UUID = Field(foreign_key="assessment.id", index=True)
    condition: str = Field(description="id of the condition in resources/law, such as child_under_18")
    facts: str = ""
    judgement: str = ""
    finding: Finding = Finding.OPEN
