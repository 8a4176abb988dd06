# SPDX-License-Identifier: MIT
"""Letters and received papers of a family; what was sent is kept as it was, never made again."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.records.base import Record


class DocumentKind(StrEnum):
    """What the document is."""

    INTERIM_REPLY = "interim_reply"
    RIGHT_INFORMATION = "right_information"
    DETERMINATION = "determination"
    APPOINTMENT_LETTER = "appointment_letter"
    SERVICE_INFORMATION = "service_information"
    COORDINATION_NOTICE = "coordination_notice"
    APPEAL_FORWARDING = "appeal_forwarding"
    OWN_LETTER = "own_letter"
    ACCESS_LOG = "access_log"
    HANDOVER_SUMMARY = "handover_summary"
    TIMELINE = "timeline"
    ROLE_CARD = "role_card"
    ABOUT_ME = "about_me"
    ABOUT_US = "about_us"
    PRIOR_NOTICE = "prior_notice"
    CLOSING_LETTER = "closing_letter"
    ADULTHOOD_LETTER = "adulthood_letter"
    ADULTHOOD_CHECKLIST = "adulthood_checklist"
    MINUTES = "minutes"
    INVITATION = "invitation"
    CHILD_INVITATION = "child_invitation"
    AGENDA = "agenda"
    CONSENT_FORM = "consent_form"
    EASY_CONSENT_FORM = "easy_consent_form"
    CHILD_CONSENT_FORM = "child_consent_form"
    CONSENT_REQUEST = "consent_request"
    WHO_DOES_WHAT = "who_does_what"
    SERVICES_OVERVIEW = "services_overview"
    TASK_LIST = "task_list"
    TASK_REMINDER = "task_reminder"
    RECEIVED = "received"


# Sheets that are used or handed over by hand: they bear no address, and nobody waits for them to be sent.
SHEETS = frozenset(
    {
        *(DocumentKind.ACCESS_LOG, DocumentKind.ROLE_CARD, DocumentKind.ABOUT_ME, DocumentKind.ABOUT_US),
        *(DocumentKind.CONSENT_FORM, DocumentKind.EASY_CONSENT_FORM, DocumentKind.CHILD_CONSENT_FORM),
        *(DocumentKind.ADULTHOOD_CHECKLIST, DocumentKind.HANDOVER_SUMMARY, DocumentKind.TIMELINE),
        *(DocumentKind.CHILD_INVITATION, DocumentKind.AGENDA),
        *(DocumentKind.WHO_DOES_WHAT, DocumentKind.SERVICES_OVERVIEW),
    }
)


class DocumentState(StrEnum):
    """From draft to signed copy in place."""

    DRAFT = "draft"
    FINAL = "final"
    SENT = "sent"


class Document(Record, table=True):
    """A document's card: what it is, to whom, its state and the fingerprint of its bytes."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    kind: DocumentKind
    state: DocumentState = DocumentState.DRAFT
    title: str
    number: str = ""
    language: str = "nb"
    dated_on: date | None = None
    recipient: str = Field(default="", description="name and address, one line each")
    determination_id: UUID | None = Field(default=None, foreign_key="determination.id")
    appeal_id: UUID | None = Field(default=None, foreign_key="appeal.id")
    enquiry_id: UUID | None = Field(default=None, foreign_key="enquiry.id")
    coordination_id: UUID | None = Field(default=None, foreign_key="coordination.id")
    consent_id: UUID | None = Field(default=None, foreign_key="consent.id")
    meeting_id: UUID | None = Field(default=None, foreign_key="teammeeting.id")
    participant_id: UUID | None = Field(
        default=None, foreign_key="meetingparticipant.id", description="whose copy it is"
    )
    family_service_id: UUID | None = Field(default=None, foreign_key="familyservice.id", description="whom it goes to")
    body: str = Field(default="", description="JSON: texts changed by hand before finishing")
    sha256: str = ""
    pages: int = 0
    law_edition: str = ""
    text_edition: str = ""
    finished_at: datetime | None = None
    signed_on: date | None = None
    sent_on: date | None = None
    sent_how: str = ""
    media_type: str = "application/pdf"
    scan_of_id: UUID | None = Field(default=None, foreign_key="document.id")


class DocumentContent(SQLModel, table=True):
    """The bytes of a finished or received document."""

    document_id: UUID = Field(primary_key=True, foreign_key="document.id")
    content: bytes
