# SPDX-License-Identifier: MIT
"""Gathers the consent form in its three versions, and the letter it goes with, from one consent (R24, R31)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.child_views import ChildViewRow, child_views_of
from models.queries.consent_signers import proposed_signers
from models.queries.consents import ConsentRow, consents_of
from models.queries.guard import of_family
from models.queries.recipients import any_protected
from models.records.child_view import Heard
from models.records.consent import ConsentForm
from models.records.document import Document, DocumentKind, DocumentState
from models.records.person import Person
from models.rules.consent_state import ConsentState, answer_due
from models.rules.visibility import Information
from models.values import consent_paper as paper
from models.values.letter import Envelope
from models.values.names import full_name
from resources.catalogue import fill

FORMS = (DocumentKind.CONSENT_FORM, DocumentKind.EASY_CONSENT_FORM, DocumentKind.CHILD_CONSENT_FORM)
Reason = Literal["start", "new_service", "expiry"]


@dataclass(frozen=True, slots=True)
class ConsentPaper:
    """A paper that was made of a consent, and whether the signed copy lies beside it."""

    document_id: UUID
    kind: DocumentKind
    state: DocumentState
    signed_on: date | None
    scanned: bool


@of_family
def papers_of_consents(session: Session, family_id: UUID) -> dict[UUID, tuple[ConsentPaper, ...]]:
    """The papers of each consent, oldest first."""
    made = select(Document).where(Document.family_id == family_id, col(Document.consent_id).is_not(None))
    documents = [one for one in session.exec(made.order_by(col(Document.id))) if one.scan_of_id is None]
    scans = set(session.exec(select(Document.scan_of_id).where(Document.family_id == family_id)))
    found: dict[UUID, tuple[ConsentPaper, ...]] = {}
    for one in documents:
        if one.consent_id is not None:
            line = ConsentPaper(one.id, one.kind, one.state, one.signed_on, one.id in scans)
            found[one.consent_id] = (*found.get(one.consent_id, ()), line)
    return found


def consent_form(session: Session, document: Document, envelope: Envelope) -> paper.ConsentForm:
    """The form in full."""
    return paper.ConsentForm(envelope, _matter(session, document, envelope))


def easy_consent_form(session: Session, document: Document, envelope: Envelope) -> paper.EasyConsentForm:
    """The same, easy to read."""
    return paper.EasyConsentForm(envelope, _matter(session, document, envelope))


def child_consent_form(session: Session, document: Document, envelope: Envelope) -> paper.ChildConsentForm:
    """The child's own version; a youth whose yes decides signs it."""
    matter = _matter(session, document, envelope)
    decides = any(one.capacity == "youth" for one in matter.signers)
    return paper.ChildConsentForm(envelope, matter, why=matter.purpose, decides=decides)


def consent_request(session: Session, document: Document, envelope: Envelope) -> paper.ConsentRequest:
    """The letter: why now, and by when one would like an answer."""
    row, rows = _row(session, document, envelope.dated_on)
    child = session.get(Person, row.child_id) if row.child_id else None
    reason, service, last_day = _why_now(row, rows)
    return paper.ConsentRequest(
        envelope,
        full_name(child.given_name, child.family_name) if child else "",
        (row.kind.value,),
        reason,
        service,
        last_day,
        answer_due(max(row.asked_on or envelope.dated_on, envelope.dated_on)),
        child.given_name if child else "",
    )


def _row(session: Session, document: Document, day: date) -> tuple[ConsentRow, tuple[ConsentRow, ...]]:
    rows = consents_of(session, document.family_id, day)
    return next(one for one in rows if one.id == document.consent_id), rows


def _why_now(row: ConsentRow, rows: Sequence[ConsentRow]) -> tuple[Reason, str, date | None]:
    """An earlier yes to the same that runs out, or a service nobody was asked about before; else it begins here."""
    before = [one for one in rows if one.id != row.id and one.given_on and one.kind == row.kind]
    before = [one for one in before if one.child_id == row.child_id]
    known = {scope.family_service_id for one in before for scope in one.scopes}
    fresh = [scope.service for scope in row.scopes if scope.family_service_id not in known]
    if before and len(fresh) == 1:
        return "new_service", fresh[0], None
    ends = [one.last_day for one in before if one.last_day and one.state is not ConsentState.WITHDRAWN]
    return ("expiry", "", max(ends)) if ends and not fresh else ("start", "", None)


def _matter(session: Session, document: Document, envelope: Envelope) -> paper.ConsentMatter:
    row, _ = _row(session, document, envelope.dated_on)
    child = session.get(Person, row.child_id) if row.child_id else None
    views = child_views_of(session, document.family_id, row.child_id)
    hidden = any_protected(session, document.family_id)
    given = True if row.holds else None
    services = tuple(
        paper.ConsentService(one.service, "" if hidden else one.contact, given) for one in row.scopes if one.service
    )
    oral = row.form is ConsentForm.ORAL and row.given_on is not None
    return paper.ConsentMatter(
        kind=row.kind.value,
        child=full_name(child.given_name, child.family_name) if child else "",
        child_called=child.given_name if child else "",
        born_on=child.born_on if child else None,
        from_services=tuple(line.strip() for line in row.from_services.splitlines() if line.strip()),
        services=services,
        information=_information(row, given, envelope.language) if row.kind == "sharing" else (),
        purpose=row.purpose,
        consequences=row.consequences,
        exceptions=row.exceptions,
        expires_on=row.expires_on,
        language_and_interpreter=row.language,
        child_view=_view(row, views),
        signers=_signers(session, document, row, envelope.dated_on),
        one_signer_reason=row.signers_reason,
        oral=paper.OralConsent(_names(row), row.received_by, "", row.given_on) if oral else paper.OralConsent(),
    )


def _information(row: ConsentRow, given: bool | None, language: str) -> tuple[paper.InformationKind, ...]:
    """The kinds somebody is asked about; where a service is not asked about one, the answer is no beforehand."""
    asked = frozenset().union(*(scope.information for scope in row.scopes))
    return tuple(
        paper.InformationKind(
            fill(f"information.name.{kind}", language),
            fill(f"information.example.{kind}", language),
            tuple(given if kind in scope.information else False for scope in row.scopes),
        )
        for kind in Information
        if kind in asked
    )


def _view(row: ConsentRow, views: Sequence[ChildViewRow]) -> paper.ChildView:
    """The view the consent builds on, else the newest."""
    heard = [one for one in views if one.heard is not Heard.ASKED]
    chosen = next((one for one in heard if one.id == row.view_id), next(iter(heard), None))
    if chosen is None:
        return paper.ChildView()
    if chosen.heard is Heard.NOT_HEARD:
        return paper.ChildView("not_heard", not_heard_reason=chosen.not_heard_reason)
    return paper.ChildView("heard", chosen.words, chosen.how, chosen.heard_by, chosen.heard_on)


def _signers(session: Session, document: Document, row: ConsentRow, day: date) -> tuple[paper.ConsentSigner, ...]:
    """Those who signed, or those who should."""
    if row.signers:
        known = {"parent", "guardian", "youth", "child_welfare", "foster_parent", "representative"}
        return tuple(
            paper.ConsentSigner(one.name, one.capacity if one.capacity in known else "")  # type: ignore[arg-type]
            for one in row.signers
        )
    found = proposed_signers(session, document.family_id, row.kind, row.track, row.child_id, day)
    return tuple(paper.ConsentSigner(one.name, one.capacity) for one in found.signers)


def _names(row: ConsentRow) -> str:
    return ", ".join(one.name for one in row.signers)
