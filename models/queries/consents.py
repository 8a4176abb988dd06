# SPDX-License-Identifier: MIT
"""A family's consents with how they stand, what they let whom know, who signed, and what was shared on them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.records.consent import (
    Consent,
    ConsentForm,
    ConsentKind,
    ConsentScope,
    ConsentSigner,
    Sharing,
    SharingDecision,
    Track,
)
from models.records.family_service import FamilyService, ServiceState
from models.records.person import Person
from models.rules.consent_state import (
    HOLDING,
    OVER,
    ConsentDays,
    ConsentState,
    birthday_since,
    childhood_end,
    earliest,
    state_of,
)
from models.rules.signers import birthdays_of
from models.rules.visibility import Information, kinds_in
from models.values.names import full_name

R = TypeVar("R", ConsentScope, ConsentSigner)


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """One service in a consent; `last_day` is the earlier of its own and the consent's."""

    family_service_id: UUID
    service: str
    contact: str
    information: frozenset[Information]
    own_end: date | None
    last_day: date | None
    in_use: bool


@dataclass(frozen=True, slots=True)
class SignedRow:
    """Somebody who signed."""

    person_id: UUID | None
    name: str
    capacity: str
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One consent as the tab shows it; `birthday` is the age turned since it was given that changes who decides."""

    id: UUID
    kind: ConsentKind
    track: Track
    child_id: UUID | None
    child: str
    state: ConsentState
    from_services: str
    purpose: str
    consequences: str
    exceptions: str
    language: str
    form: ConsentForm
    asked_on: date | None
    given_on: date | None
    refused_on: date | None
    expires_on: date | None
    last_day: date | None
    withdrawn_on: date | None
    withdrawn_by: str
    withdrawn_how: str
    received_by: str
    signers_reason: str
    view_id: UUID | None
    note: str
    birthday: int | None
    scopes: tuple[ScopeRow, ...]
    signers: tuple[SignedRow, ...]

    @property
    def holds(self) -> bool:
        """Whether it lets anybody know anything today."""
        return self.state in HOLDING


@dataclass(frozen=True, slots=True)
class SharingRow:
    """What was given to whom, and on which ground."""

    id: UUID
    recipient: str
    shared_on: date
    what: str
    information: frozenset[Information]
    consent_id: UUID | None
    decision_id: UUID | None
    party: bool


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """Sharing without consent, as it was decided."""

    id: UUID
    giver: str
    giver_sector: str
    recipient: str
    rule: str
    what: str
    why_necessary: str
    best_interests: str
    family_told: str
    decided_by: str
    decided_on: date


@of_family
def consents_of(session: Session, family_id: UUID, today: date) -> tuple[ConsentRow, ...]:
    """Those that wait or hold first, then those that are over, the newest first in each."""
    people = {one.id: one for one in session.exec(select(Person).where(Person.family_id == family_id))}
    services = {one.id: one for one in session.exec(select(FamilyService).where(FamilyService.family_id == family_id))}
    scopes, signers = _by_consent(session, family_id, ConsentScope), _by_consent(session, family_id, ConsentSigner)
    rows = [
        _row(
            one,
            people.get(one.child_id) if one.child_id else None,
            [(scope, services.get(scope.family_service_id)) for scope in scopes.get(one.id, [])],
            _signed(signers.get(one.id, []), people),
            today,
        )
        for one in session.exec(select(Consent).where(Consent.family_id == family_id))
    ]
    rows.sort(key=lambda row: str(row.id), reverse=True)
    return tuple(sorted(rows, key=lambda row: row.state in OVER))


@of_family
def sharings_of(session: Session, family_id: UUID) -> tuple[SharingRow, ...]:
    """All that was shared, the newest first."""
    found = select(Sharing).where(Sharing.family_id == family_id)
    return tuple(
        SharingRow(
            one.id,
            one.recipient,
            one.shared_on,
            one.what,
            kinds_in(one.information),
            one.consent_id,
            one.decision_id,
            one.party,
        )
        for one in session.exec(found.order_by(col(Sharing.shared_on).desc(), col(Sharing.id).desc()))
    )


@of_family
def sharing_decisions_of(session: Session, family_id: UUID) -> tuple[DecisionRow, ...]:
    """Every decision to share without consent, the newest first."""
    found = select(SharingDecision).where(SharingDecision.family_id == family_id)
    newest_first = found.order_by(col(SharingDecision.decided_on).desc(), col(SharingDecision.id).desc())
    return tuple(
        DecisionRow(**one.model_dump(include=set(DecisionRow.__slots__))) for one in session.exec(newest_first)
    )


@of_family
def services_in_use(session: Session, family_id: UUID, today: date) -> tuple[tuple[UUID, str], ...]:
    """The services a consent can name now, each with its id."""
    found = session.exec(
        select(FamilyService).where(FamilyService.family_id == family_id).order_by(col(FamilyService.id))
    )
    return tuple((one.id, one.name) for one in found if in_use(one, today))


def days_of(
    consent: Consent, scopes: Sequence[ConsentScope], born_on: date | None, capacities: Collection[str]
) -> ConsentDays:
    """The days that decide how a consent stands; `capacities` are of those who signed."""
    return ConsentDays(
        consent.given_on,
        consent.refused_on,
        consent.withdrawn_on,
        consent.expires_on,
        tuple(scope.expires_on for scope in scopes),
        childhood_end(born_on, capacities),
    )


def in_use(service: FamilyService | None, today: date) -> bool:
    """Whether the service still has something to do with the family."""
    if service is None or service.state in (ServiceState.REFUSED, ServiceState.ENDED):
        return False
    return service.ended_on is None or service.ended_on >= today


def _by_consent(session: Session, family_id: UUID, kind: type[R]) -> dict[UUID, list[R]]:
    found: dict[UUID, list[R]] = {}
    for one in session.exec(select(kind).where(kind.family_id == family_id).order_by(col(kind.id))):
        found.setdefault(one.consent_id, []).append(one)
    return found


def _row(
    consent: Consent,
    child: Person | None,
    scopes: Sequence[tuple[ConsentScope, FamilyService | None]],
    signers: tuple[SignedRow, ...],
    today: date,
) -> ConsentRow:
    born_on = child.born_on if child else None
    days = days_of(consent, [scope for scope, _ in scopes], born_on, [one.capacity for one in signers])
    state = state_of(days, today)
    given = consent.given_on if state in HOLDING else None
    ages = birthdays_of(consent.kind, consent.track)
    whole = earliest(consent.expires_on, days.childhood_ends)
    worked_out = {"state", "child", "last_day", "birthday", "scopes", "signers"}
    return ConsentRow(
        **consent.model_dump(include=set(ConsentRow.__slots__) - worked_out),
        child=child.given_name if child else "",
        state=state,
        last_day=days.last_day,
        birthday=birthday_since(born_on, given, today, ages) if given and born_on else None,
        scopes=tuple(_scope(scope, service, whole, today) for scope, service in scopes),
        signers=signers,
    )


def _scope(scope: ConsentScope, service: FamilyService | None, whole: date | None, today: date) -> ScopeRow:
    return ScopeRow(
        scope.family_service_id,
        service.name if service else "",
        service.contact if service else "",
        kinds_in(scope.information),
        scope.expires_on,
        earliest(scope.expires_on, whole),
        in_use(service, today),
    )


def _signed(signers: Sequence[ConsentSigner], people: Mapping[UUID, Person]) -> tuple[SignedRow, ...]:
    def name(one: ConsentSigner) -> str:
        person = people.get(one.person_id) if one.person_id else None
        return full_name(person.given_name, person.family_name) if person else one.name

    return tuple(SignedRow(one.person_id, name(one), one.capacity, one.signed_on) for one in signers)
