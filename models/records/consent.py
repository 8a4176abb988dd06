# SPDX-License-Identifier: MIT
"""Consents as their own objects, what was shared on them, and sharing that was decided without one (R24-R32)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class ConsentKind(StrEnum):
    """What is consented to; none follows from another (R25)."""

    CHILD_COORDINATOR = "child_coordinator"
    INDIVIDUAL_PLAN = "individual_plan"
    CARE_TEAM = "care_team"
    SHARING = "sharing"


class ConsentForm(StrEnum):
    """How the answer was given."""

    WRITTEN = "written"
    ORAL = "oral"
    DIGITAL = "digital"


class Track(StrEnum):
    """Which law decides who must sign (domain § 4)."""

    GENERAL = "general"
    HEALTH = "health"
    CHILD_WELFARE = "child_welfare"


class Consent(Record, table=True):
    """One consent: asked for, then given or refused, and possibly withdrawn; nothing of it is ever erased."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    child_id: UUID | None = Field(default=None, foreign_key="person.id")
    kind: ConsentKind
    track: Track = Track.GENERAL
    from_services: str = Field(default="", description="who may tell, one line each; empty for plan and team")
    purpose: str = ""
    consequences: str = ""
    exceptions: str = ""
    language: str = Field(default="", description="language it was talked of in, and interpreter")
    form: ConsentForm = ConsentForm.WRITTEN
    asked_on: date | None = None
    given_on: date | None = None
    refused_on: date | None = None
    expires_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_by: str = ""
    withdrawn_how: str = ""
    received_by: str = Field(default="", description="who took it down, when it was given by word of mouth")
    signers_reason: str = Field(default="", description="why others sign than those the rules propose, or only one")
    view_id: UUID | None = Field(default=None, foreign_key="childview.id")
    note: str = ""


class ConsentSigner(Record, table=True):
    """Somebody who has to sign, in which capacity, and when it was done."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    consent_id: UUID = Field(foreign_key="consent.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    name: str = ""
    capacity: str = Field(default="", description="as models.values.consent_paper.Capacity")
    signed_on: date | None = None


class ConsentScope(Record, table=True):
    """What one service may take part in or be told: kinds of information, until a date of its own."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    consent_id: UUID = Field(foreign_key="consent.id", index=True)
    family_service_id: UUID = Field(foreign_key="familyservice.id", index=True)
    information: str = Field(default="", description="kinds it may know, with spaces: models.rules.visibility")
    expires_on: date | None = Field(default=None, description="when other than the consent's own date")


class Sharing(Record, table=True):
    """What was given to whom, when and on which ground (R35)."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    family_service_id: UUID | None = Field(default=None, foreign_key="familyservice.id")
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    recipient: str
    shared_on: date
    what: str
    information: str = ""
    consent_id: UUID | None = Field(default=None, foreign_key="consent.id")
    decision_id: UUID | None = Field(default=None, foreign_key="sharingdecision.id")
    document_id: UUID | None = Field(default=None, foreign_key="document.id")
    party: bool = Field(default=False, description="the family itself, as of right")


class SharingDecision(Record, table=True):
    """Sharing without consent, as somebody decided it and why (R32)."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    child_id: UUID | None = Field(default=None, foreign_key="person.id")
    family_service_id: UUID | None = Field(default=None, foreign_key="familyservice.id")
    giver: str = Field(default="", description="which service tells, since its own law decides")
    giver_sector: str = ""
    recipient: str
    rule: str = Field(description="id of the provision it builds on")
    what: str
    why_necessary: str
    best_interests: str = ""
    family_told: str = Field(default="", description="how the family was told, or why not")
    decided_by: str
    decided_on: date
