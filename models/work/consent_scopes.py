# SPDX-License-Identifier: MIT
"""What is asked for: the words of a consent, and which service may know what, until when."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.records.consent import Consent, ConsentKind, ConsentScope, Track
from models.records.family_service import FamilyService
from models.records.person import Person
from models.rules.visibility import Information, kinds_out
from models.values.refusal import Refusal
from models.values.typed import Day, Line, Text
from models.work.reach import revise
from models.work.right_checks import found


class ScopeDraft(BaseModel):
    """One service of the family, the kinds of information it may know, and its own last day."""

    family_service_id: UUID
    information: frozenset[Information] = frozenset()
    expires_on: Day = None


class ConsentDraft(BaseModel):
    """One question; half of it may still be missing while it is only asked for."""

    kind: ConsentKind
    track: Track = Track.GENERAL
    child_id: UUID | None = None
    from_services: Text = ""
    purpose: Text = ""
    consequences: Text = ""
    exceptions: Text = ""
    language: Line = ""
    asked_on: date
    expires_on: Day = None
    note: Text = ""
    scopes: tuple[ScopeDraft, ...] = ()


def scopes_of(session: Session, consent_id: UUID) -> list[ConsentScope]:
    """What each service was asked for, in the order it was written."""
    wanted = select(ConsentScope).where(col(ConsentScope.consent_id) == consent_id).order_by(col(ConsentScope.id))
    return list(session.exec(wanted))


def put_scopes(session: Session, consent: Consent, drafts: tuple[ScopeDraft, ...], now: datetime) -> None:
    """Services kept are revised, those no longer asked for go, new ones come."""
    if consent.child_id is not None:
        child = found(session, Person, consent.child_id)
        if child.family_id != consent.family_id:
            raise Refusal("right_refused.gone", field="child_id")
    known = {one.family_service_id: one for one in scopes_of(session, consent.id)}
    for draft in drafts:
        service = found(session, FamilyService, draft.family_service_id)
        if service.family_id != consent.family_id:
            raise Refusal("right_refused.gone", field="scopes")
        _within(draft, consent)
        kept = known.pop(draft.family_service_id, None)
        if kept is not None:
            revise(kept, {"information": kinds_out(draft.information), "expires_on": draft.expires_on})
            continue
        made = ConsentScope(
            created_at=now,
            family_id=consent.family_id,
            consent_id=consent.id,
            family_service_id=service.id,
            information=kinds_out(draft.information),
            expires_on=draft.expires_on,
        )
        session.add(made)
        session.flush()
    for gone in known.values():
        session.delete(gone)
    session.flush()


def copy_scopes(session: Session, old_id: UUID, new: Consent, now: datetime) -> None:
    """The same services and kinds; ends of their own belong to the old one."""
    for one in scopes_of(session, old_id):
        made = ConsentScope(
            created_at=now,
            family_id=new.family_id,
            consent_id=new.id,
            family_service_id=one.family_service_id,
            information=one.information,
        )
        session.add(made)
        session.flush()


def _within(draft: ScopeDraft, consent: Consent) -> None:
    own, whole = draft.expires_on, consent.expires_on
    if own is not None and consent.asked_on is not None and own < consent.asked_on:
        raise Refusal("consent_refused.ends_before_asked", field="scopes")
    if own is not None and whole is not None and own > whole:
        raise Refusal("consent_refused.own_end_too_late", field="scopes")
