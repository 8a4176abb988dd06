# SPDX-License-Identifier: MIT
"""Consents are asked for, given, refused, withdrawn and renewed; nothing of one is ever erased (R24-R31)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.queries.consent_signers import signing_of
from models.records.child_view import ChildView
from models.records.consent import Consent, ConsentForm, ConsentKind, ConsentSigner
from models.rules.signers import missing
from models.store.meaning import note
from models.values.act import Act
from models.values.consent_paper import Capacity
from models.values.refusal import Refusal, Refusals
from models.values.typed import Day, Line, RequiredLine, Text, gives_reason
from models.work.by_right import by_right
from models.work.consent_scopes import ConsentDraft, copy_scopes, put_scopes, scopes_of
from models.work.reach import reach_family, revise
from models.work.right_checks import found, not_before, not_in_future


class SignedDraft(BaseModel):
    """One who said yes; without a person the name and the capacity tell who it was."""

    person_id: UUID | None = None
    name: Line = ""
    capacity: Capacity = ""
    signed_on: date | None = None


class GivenDraft(BaseModel):
    """How and when it was given, and by whom."""

    given_on: date
    form: ConsentForm = ConsentForm.WRITTEN
    received_by: Line = ""
    signed: tuple[SignedDraft, ...] = ()
    signers_reason: Text = ""
    view_id: UUID | None = None


class RefusedDraft(BaseModel):
    """A no, on the day it was said; a reason is never asked for."""

    refused_on: date
    note: Text = ""


class WithdrawnDraft(BaseModel):
    """Who withdrew it, how, and from which day."""

    withdrawn_on: date
    withdrawn_by: RequiredLine
    withdrawn_how: Line = ""


class RenewedDraft(BaseModel):
    """The new one is asked for that day, and lasts to another."""

    asked_on: date
    expires_on: Day = None


@by_right
def ask_consent(session: Session, act: Act, family_id: UUID, draft: ConsentDraft) -> UUID:
    """A question is put to the family: what for, to whom, and of what."""
    reach_family(session, act, family_id)
    _check_days(act, draft)
    consent = Consent(created_at=act.now, family_id=family_id, **draft.model_dump(exclude={"scopes"}))
    session.add(consent)
    session.flush()
    put_scopes(session, consent, draft.scopes, act.now)
    note(session, act, what="consent.asked", family_id=family_id, object_id=consent.id)
    return consent.id


@by_right
def edit_consent(session: Session, act: Act, consent_id: UUID, draft: ConsentDraft) -> UUID:
    """Mend the question as long as nobody has answered it: a yes is to the words that stood there."""
    consent = _unanswered(session, act, consent_id)
    _check_days(act, draft)
    revise(consent, draft.model_dump(exclude={"scopes"}))
    put_scopes(session, consent, draft.scopes, act.now)
    return consent.id


@by_right
def give_consent(session: Session, act: Act, consent_id: UUID, draft: GivenDraft) -> UUID:
    """Somebody said yes; what a valid consent must hold is asked for all at once."""
    consent = _unanswered(session, act, consent_id)
    refusals = [*_not_whole(session, consent), *_not_signed(session, consent, draft)]
    if draft.given_on > act.today:
        refusals.append(Refusal("consent_refused.date_in_future", field="given_on"))
    if consent.asked_on is not None and draft.given_on < consent.asked_on:
        refusals.append(Refusal("consent_refused.answered_before_asked", field="given_on"))
    if consent.expires_on is not None and consent.expires_on < draft.given_on:
        refusals.append(Refusal("consent_refused.over_before_given", field="given_on"))
    if refusals:
        raise Refusals(refusals)
    if draft.view_id is not None and found(session, ChildView, draft.view_id).family_id != consent.family_id:
        raise Refusal("right_refused.gone", field="view_id")
    revise(consent, draft.model_dump(exclude={"signed"}))
    for one in draft.signed:
        signed_on = one.signed_on or draft.given_on
        values = one.model_dump() | {"signed_on": signed_on, "consent_id": consent.id, "family_id": consent.family_id}
        session.add(ConsentSigner(created_at=act.now, **values))
        session.flush()
    note(session, act, what="consent.given", family_id=consent.family_id, object_id=consent.id)
    return consent.id


@by_right
def refuse_consent(session: Session, act: Act, consent_id: UUID, draft: RefusedDraft) -> UUID:
    """No is an answer; it has no consequence but that nothing is shared."""
    consent = _unanswered(session, act, consent_id)
    not_in_future(act, draft.refused_on, "refused_on")
    not_before(draft.refused_on, consent.asked_on, "consent_refused.answered_before_asked", "refused_on")
    revise(consent, {"refused_on": draft.refused_on, "note": draft.note or consent.note})
    note(session, act, what="consent.refused", family_id=consent.family_id, object_id=consent.id)
    return consent.id


@by_right
def withdraw_consent(session: Session, act: Act, consent_id: UUID, draft: WithdrawnDraft) -> UUID:
    """From that day no copy builds on it; what was shared before is shown, never erased."""
    consent = _reached(session, act, consent_id)
    if consent.given_on is None:
        raise Refusal("consent_refused.not_given")
    if consent.withdrawn_on is not None:
        raise Refusal("consent_refused.withdrawn_already")
    not_in_future(act, draft.withdrawn_on, "withdrawn_on")
    not_before(draft.withdrawn_on, consent.given_on, "consent_refused.withdrawn_before_given", "withdrawn_on")
    revise(consent, draft.model_dump())
    note(session, act, what="consent.withdrawn", family_id=consent.family_id, object_id=consent.id)
    return consent.id


@by_right
def renew_consent(session: Session, act: Act, consent_id: UUID, draft: RenewedDraft) -> UUID:
    """A new question made from an old one; the old stands as it was and lasts as long as it lasted."""
    old = _reached(session, act, consent_id)
    if old.given_on is None and old.refused_on is None:
        raise Refusal("consent_refused.still_asked")
    kept = old.model_dump(
        include={"family_id", "child_id", "kind", "track", "from_services"}
        | {"purpose", "consequences", "exceptions", "language", "form"}
    )
    new = Consent(created_at=act.now, **kept, **draft.model_dump())
    not_in_future(act, draft.asked_on, "asked_on")
    not_before(draft.expires_on, draft.asked_on, "consent_refused.ends_before_asked", "expires_on")
    session.add(new)
    session.flush()
    copy_scopes(session, old.id, new, act.now)
    note(session, act, what="consent.renewed", family_id=new.family_id, object_id=new.id)
    return new.id


def _reached(session: Session, act: Act, consent_id: UUID) -> Consent:
    consent = found(session, Consent, consent_id)
    reach_family(session, act, consent.family_id)
    return consent


def _unanswered(session: Session, act: Act, consent_id: UUID) -> Consent:
    consent = _reached(session, act, consent_id)
    if consent.given_on is not None or consent.refused_on is not None:
        raise Refusal("consent_refused.answered_already")
    return consent


def _check_days(act: Act, draft: ConsentDraft) -> None:
    not_in_future(act, draft.asked_on, "asked_on")
    not_before(draft.expires_on, draft.asked_on, "consent_refused.ends_before_asked", "expires_on")


def _not_whole(session: Session, consent: Consent) -> list[Refusal]:
    """What a valid consent must state: from whom, to whom, of what, what for (hpl § 22, fvl § 13 a; domain § 4)."""
    wrong, scopes = [], scopes_of(session, consent.id)
    if consent.kind is not ConsentKind.CHILD_COORDINATOR and not scopes:
        wrong.append(Refusal("consent_refused.no_service", field="scopes"))
    if consent.kind is ConsentKind.SHARING:
        if any(not scope.information for scope in scopes):
            wrong.append(Refusal("consent_refused.no_information", field="scopes"))
        if not consent.from_services.strip():
            wrong.append(Refusal("consent_refused.no_giver", field="from_services"))
        if not consent.purpose.strip():
            wrong.append(Refusal("consent_refused.no_purpose", field="purpose"))
    return wrong


def _not_signed(session: Session, consent: Consent, draft: GivenDraft) -> list[Refusal]:
    """Others than those the rules propose, or fewer, only with a reason (barnelova § 30)."""
    wrong = []
    if not draft.signed:
        wrong.append(Refusal("consent_refused.nobody_signed", field="signed"))
    if any(one.signed_on and one.signed_on > draft.given_on for one in draft.signed):
        wrong.append(Refusal("consent_refused.signed_after_given", field="given_on"))
    if draft.form is ConsentForm.ORAL and not draft.received_by:
        wrong.append(Refusal("consent_refused.nobody_received", field="received_by"))
    signing = signing_of(session, consent.family_id, consent.kind, consent.track, consent.child_id, draft.given_on)
    # Whoever is not registered is known by the capacity alone.
    signed = {one.person_id for one in draft.signed if one.person_id or one.capacity == "child_welfare"}
    lacking = missing(signing, signed) or not signing.signers
    if lacking and draft.signed and not gives_reason(draft.signers_reason):
        wrong.append(Refusal("consent_refused.signers_reason", field="signers_reason", basis="barnel_30"))
    return wrong
