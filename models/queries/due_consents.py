# SPDX-License-Identifier: MIT
"""The loose ends of consents: questions without answer, ends that come, birthdays, and services nobody said yes to."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlmodel import Session, col, or_, select

from models.queries.consents import days_of, in_use
from models.queries.due_row import Loose, Scope
from models.records.appointment import CoordinatorAppointment
from models.records.care_team import CareTeam, TeamMember
from models.records.child_view import ChildView, Heard
from models.records.consent import Consent, ConsentKind, ConsentScope, ConsentSigner
from models.records.coordination import Coordination
from models.records.family_service import FamilyService
from models.records.person import Person
from models.rules.consent_state import HOLDING, ConsentDays, ConsentState, answer_due, birthday_since, state_of
from models.rules.signers import birthdays_of
from models.values.dates import birthday

TAB = "consents"
_OF_CONSENT = (
    *("id", "family_id", "child_id", "kind", "track"),
    *("asked_on", "given_on", "refused_on", "withdrawn_on", "expires_on"),
)
_OF_SCOPE = ("consent_id", "family_service_id", "expires_on")
_OF_SERVICE = ("id", "name", "state", "ended_on")
R = TypeVar("R", Consent, ConsentScope, ConsentSigner, FamilyService)


def consents_due(session: Session, scope: Scope, today: date) -> Iterator[Loose]:
    """Every loose end of the consents in these families, in no order."""
    consents: list[Consent] = _read(session, scope, Consent, _OF_CONSENT)
    scopes: dict[UUID, list[ConsentScope]] = {}
    for one in _read(session, scope, ConsentScope, _OF_SCOPE):
        scopes.setdefault(one.consent_id, []).append(one)
    services = {one.id: one for one in _read(session, scope, FamilyService, _OF_SERVICE)}
    used = {id for id, one in services.items() if in_use(one, today)}
    signed: dict[UUID, set[str]] = {}
    for signer in _read(session, scope, ConsentSigner, ("consent_id", "capacity")):
        signed.setdefault(signer.consent_id, set()).add(signer.capacity)
    births = _births(session, {one.child_id for one in consents if one.child_id})
    stands: dict[UUID, ConsentDays] = {}
    covered, joined = set[UUID](), set[UUID]()
    for consent in consents:
        own = scopes.get(consent.id, [])
        born_on = births.get(consent.child_id)
        stands[consent.id] = days_of(consent, own, born_on, signed.get(consent.id, ()))
        if state_of(stands[consent.id], today) in HOLDING:
            covered |= {one.family_service_id for one in own}
            if consent.kind is ConsentKind.CARE_TEAM:
                joined |= {one.family_service_id for one in own}
    for consent in consents:
        own, days = scopes.get(consent.id, []), stands[consent.id]
        needed = not own or any(one.family_service_id in used for one in own)
        replaced = bool(own) and {one.family_service_id for one in own} & used <= covered
        yield from _one(consent, days, needed, bool(own) and not replaced, today)
        if needed and state_of(days, today) in HOLDING:
            yield from _birthday(consent, births.get(consent.child_id), today)
    yield from _moved(session, scope, [one for one in consents if state_of(stands[one.id], today) in HOLDING], today)
    yield from _uncovered_members(session, scope, services, joined, today)
    yield from _to_be_heard(session, scope)


def _read(session: Session, scope: Scope, kind: type[R], names: tuple[str, ...]) -> list[R]:
    """Rows with these columns alone: there are hundreds, most of each is words, and records take time to make."""
    wanted: Any = [getattr(kind, name) for name in names]
    return cast("list[R]", session.exec(select(*wanted).where(col(kind.family_id).in_(scope))).all())


def _one(consent: Consent, days: ConsentDays, needed: bool, lacking: bool, today: date) -> Iterator[Loose]:
    state = state_of(days, today)
    about = (consent.family_id, TAB, consent.id, consent.kind.value)
    if state is ConsentState.ASKED and consent.given_on is None and consent.asked_on is not None:
        yield Loose("consent_asked", answer_due(consent.asked_on), *about, consent.asked_on)
    elif state in (ConsentState.ENDS_60, ConsentState.ENDS_30, ConsentState.ENDS_0) and needed:
        yield Loose("consent_ends", days.last_day, *about, consent.given_on)
    elif state is ConsentState.EXPIRED and needed and lacking:
        yield Loose("consent_expired", days.last_day, *about, days.last_day)


def _birthday(consent: Consent, born_on: date | None, today: date) -> Iterator[Loose]:
    if consent.given_on is None or born_on is None:
        return
    age = birthday_since(born_on, consent.given_on, today, birthdays_of(consent.kind, consent.track))
    if age is not None:
        turned = birthday(born_on, age)
        yield Loose(f"consent_at_{age}", turned, consent.family_id, TAB, consent.id, consent.kind.value, turned)


def _moved(session: Session, scope: Scope, holding: Sequence[Consent], today: date) -> Iterator[Loose]:
    """Main responsibility has gone to somebody else since the family said yes: one asks anew (domain § 4, R29)."""
    first: dict[UUID, date] = {}
    taken: dict[UUID, date] = {}
    for who in (Coordination, CoordinatorAppointment):
        columns: Any = (who.family_id, who.from_on)
        for family_id, from_on in session.exec(select(*columns).where(col(who.family_id).in_(scope))):
            if from_on <= today:
                first[family_id] = min(first.get(family_id, from_on), from_on)
                taken[family_id] = max(taken.get(family_id, from_on), from_on)
    newest: dict[UUID, Consent] = {}
    given: dict[UUID, date] = {}
    for consent in sorted(holding, key=lambda one: one.id.int):
        newest[consent.family_id] = consent
        given[consent.family_id] = max(given.get(consent.family_id, date.min), consent.given_on or date.min)
    for family_id, consent in newest.items():
        moved_on = taken.get(family_id)
        if moved_on is not None and moved_on != first[family_id] and given[family_id] < moved_on:
            yield Loose("consent_moved", None, family_id, TAB, consent.id, consent.kind.value, moved_on)


def _uncovered_members(
    session: Session, scope: Scope, services: dict[UUID, FamilyService], joined: set[UUID], today: date
) -> Iterator[Loose]:
    """A service in the group that nobody has said yes to there hears what it should not (R25, R30)."""
    members = session.exec(
        select(TeamMember)
        .join(CareTeam, col(CareTeam.id) == TeamMember.care_team_id)
        .where(
            col(TeamMember.family_id).in_(scope),
            col(TeamMember.family_service_id).is_not(None),
            col(CareTeam.ended_on).is_(None),
            or_(col(TeamMember.to_on).is_(None), col(TeamMember.to_on) >= today),
        )
        .order_by(col(TeamMember.id))
    )
    told: set[UUID] = set()
    for member in members:
        service_id = member.family_service_id
        if service_id is None or service_id in joined or service_id in told:
            continue
        told.add(service_id)
        service = services.get(service_id)
        name = service.name if service else member.name
        yield Loose("consent_missing", None, member.family_id, TAB, service_id, name, member.from_on)


def _to_be_heard(session: Session, scope: Scope) -> Iterator[Loose]:
    waiting = select(ChildView).where(
        col(ChildView.family_id).in_(scope),
        ChildView.heard == Heard.ASKED,
        col(ChildView.prepare_by).is_not(None),
    )
    for one in session.exec(waiting):
        yield Loose("hear_child", one.prepare_by, one.family_id, TAB, one.id, one.about, None)


def _births(session: Session, ids: set[UUID]) -> dict[UUID | None, date | None]:
    wanted = sorted(ids)
    found: dict[UUID | None, date | None] = {}
    for start in range(0, len(wanted), 500):
        part = select(Person).where(col(Person.id).in_(wanted[start : start + 500]), col(Person.left_on).is_(None))
        found.update({one.id: one.born_on for one in session.exec(part)})
    return found
