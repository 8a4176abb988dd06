# SPDX-License-Identifier: MIT
"""Gathers what each letter needs to know from the records, for a draft as for the finished letter."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models.queries.guard import of_part
from models.queries.letter_about import about_me, about_us
from models.queries.letter_adulthood import adulthood_checklist, adulthood_letter
from models.queries.letter_consent import child_consent_form, consent_form, consent_request, easy_consent_form
from models.queries.letter_coordinator import appointment_for, role_card
from models.queries.letter_determination import child_of, determination_letter
from models.queries.letter_ending import closing_letter, prior_notice
from models.queries.letter_envelope import body_of, envelope_of
from models.queries.letter_log import access_log
from models.queries.letter_meeting import agenda_paper, child_invitation, invitation_letter
from models.queries.letter_minutes import minutes_paper
from models.queries.letter_own import own_letter
from models.queries.letter_services import services_overview, who_does_what
from models.queries.letter_summary import handover_summary
from models.queries.letter_tasks import task_list, task_reminder
from models.queries.letter_timeline import timeline
from models.queries.letter_values import letter_values
from models.records.appeal import Appeal
from models.records.coordination import Coordination
from models.records.determination import Determination
from models.records.document import Document, DocumentKind
from models.records.enquiry import Enquiry
from models.records.family import Family
from models.records.staff import Staff
from models.rules.deadlines import complaint_deadline
from models.values.dates import local_day
from models.values.letter import (
    AppealForwarding,
    AppointmentLetter,
    CoordinationNotice,
    Envelope,
    InterimReply,
    Paper,
    RightInformation,
    ServiceInformation,
)
from models.values.names import initials


@of_part(Document)
def letter_of(session: Session, document_id: UUID, staff_id: UUID, now: datetime) -> Paper:
    """The letter as it would be finished now, by this person; what is already finished is read as bytes instead."""
    document = session.get_one(Document, document_id)
    envelope = envelope_of(session, document, staff_id, now)
    envelope = replace(envelope, fields=letter_values(session, document, envelope))
    return GATHERERS[document.kind](session, document, envelope)


def _interim_reply(session: Session, document: Document, envelope: Envelope) -> InterimReply:
    child, called, _ = child_of(session, document.family_id, document.language)
    enquiry = session.get_one(Enquiry, document.enquiry_id)
    return InterimReply(
        envelope,
        child,
        enquiry.received_on,
        enquiry.channel.value,
        enquiry.expected_answer_on,
        body_of(document).about.get("reason", ""),
        called,
    )


def _right_information(session: Session, document: Document, envelope: Envelope) -> RightInformation:
    child, called, _ = child_of(session, document.family_id, document.language)
    return RightInformation(envelope, child, called)


def _coordination_notice(session: Session, document: Document, envelope: Envelope) -> CoordinationNotice:
    child, _, _ = child_of(session, document.family_id, document.language)
    found = session.get_one(Coordination, document.coordination_id)
    return CoordinationNotice(envelope, child, found.service, found.contact, found.phone, found.from_on)


def _appointment(session: Session, document: Document, envelope: Envelope) -> AppointmentLetter:
    family = session.get_one(Family, document.family_id)
    found = appointment_for(session, document, envelope.dated_on)
    staff = session.get(Staff, found.staff_id) if found else None
    determination = session.get(Determination, document.determination_id) if document.determination_id else None
    return AppointmentLetter(
        envelope=envelope,
        kind=found.kind.value if found else "child_coordinator",
        coordinator=staff.name if staff else "",
        family=family.name,
        from_on=found.from_on if found else envelope.dated_on,
        to_on=found.to_on if found else None,
        delegated_by=found.delegated_by if found else "",
        delegated_on=found.delegated_on if found else None,
        scope=found.scope if found else "",
        limits=found.limits if found else "",
        signer_name=determination.signer_name if determination else envelope.sender.leader,
        signer_title=determination.signer_title if determination else envelope.sender.leader_title,
    )


def _service(session: Session, document: Document, envelope: Envelope) -> ServiceInformation:
    found = appointment_for(session, document, envelope.dated_on)
    staff = session.get(Staff, found.staff_id) if found else None
    child, _, _ = child_of(session, document.family_id, document.language)
    about = body_of(document).about
    return ServiceInformation(
        envelope=envelope,
        kind=found.kind.value if found else "child_coordinator",
        service=envelope.recipient[0] if envelope.recipient else "",
        sector=about.get("sector", ""),
        child_initials=initials(*child.replace(",", " ").split()) if child else "",
        coordinator=staff.name if staff else "",
        coordinator_phone=staff.phone if staff else "",
        from_on=found.from_on if found else envelope.dated_on,
    )


def _appeal(session: Session, document: Document, envelope: Envelope) -> AppealForwarding:
    appeal = session.get_one(Appeal, document.appeal_id)
    determination = session.get_one(Determination, appeal.determination_id)
    due_on = determination.due_override_on
    if due_on is None and determination.knowledge_on is not None:
        due_on = complaint_deadline(determination.knowledge_on).due_on
    child, _, _ = child_of(session, document.family_id, document.language)
    return AppealForwarding(
        # whoever complained gets a copy of what the municipality says (fvl § 33)
        envelope=replace(envelope, copies_to=envelope.copies_to or tuple(filter(None, (appeal.from_whom,)))),
        child=child,
        determination_number=determination.number,
        determination_on=determination.decided_on or local_day(determination.created_at),
        outcome=determination.outcome.value,
        received_on=appeal.received_on,
        knowledge_on=determination.knowledge_on,
        due_on=due_on,
        in_time=appeal.in_time,
        from_whom=", ".join(name for name in (appeal.from_whom, appeal.represented_by) if name),
        grounds=appeal.grounds,
        reassessment=appeal.reassessment_text,
        child_view=appeal.child_view,
        documents=tuple(line.strip() for line in appeal.documents.splitlines() if line.strip()),
        signer_name=envelope.sender.leader or envelope.sender.caseworker,
        signer_title=envelope.sender.leader_title if envelope.sender.leader else envelope.sender.caseworker_title,
    )


GATHERERS: dict[DocumentKind, Callable[[Session, Document, Envelope], Paper]] = {
    DocumentKind.INTERIM_REPLY: _interim_reply,
    DocumentKind.RIGHT_INFORMATION: _right_information,
    DocumentKind.DETERMINATION: determination_letter,
    DocumentKind.APPOINTMENT_LETTER: _appointment,
    DocumentKind.SERVICE_INFORMATION: _service,
    DocumentKind.COORDINATION_NOTICE: _coordination_notice,
    DocumentKind.APPEAL_FORWARDING: _appeal,
    DocumentKind.ROLE_CARD: role_card,
    DocumentKind.TIMELINE: timeline,
    DocumentKind.HANDOVER_SUMMARY: handover_summary,
    DocumentKind.ABOUT_ME: about_me,
    DocumentKind.ABOUT_US: about_us,
    DocumentKind.PRIOR_NOTICE: prior_notice,
    DocumentKind.CLOSING_LETTER: closing_letter,
    DocumentKind.ADULTHOOD_LETTER: adulthood_letter,
    DocumentKind.ADULTHOOD_CHECKLIST: adulthood_checklist,
    DocumentKind.CONSENT_FORM: consent_form,
    DocumentKind.EASY_CONSENT_FORM: easy_consent_form,
    DocumentKind.CHILD_CONSENT_FORM: child_consent_form,
    DocumentKind.CONSENT_REQUEST: consent_request,
    DocumentKind.OWN_LETTER: own_letter,
    DocumentKind.ACCESS_LOG: access_log,
    DocumentKind.WHO_DOES_WHAT: who_does_what,
    DocumentKind.SERVICES_OVERVIEW: services_overview,
    DocumentKind.MINUTES: minutes_paper,
    DocumentKind.TASK_LIST: task_list,
    DocumentKind.TASK_REMINDER: task_reminder,
    DocumentKind.INVITATION: invitation_letter,
    DocumentKind.CHILD_INVITATION: child_invitation,
    DocumentKind.AGENDA: agenda_paper,
}
