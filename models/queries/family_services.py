# SPDX-License-Identifier: MIT
"""The services around a family, each with what its consent says now, and the services' own plans."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.consent_facts import permissions_of
from models.queries.guard import of_family
from models.queries.people import PersonRow, people_of
from models.records.family import Family, FamilyState
from models.records.family_service import FamilyService, ServiceState, Subplan
from models.records.listing import FamilyListing
from models.records.person import PersonKind
from models.records.service import ServiceContact, ServiceLevel
from models.rules.service_kinds import icon_of
from models.rules.service_states import short_of
from models.rules.visibility import Permission
from models.values.names import sort_key

# From so many days before it ends, a consent is told as ending soon.
SOON = timedelta(days=60)


class ConsentState(StrEnum):
    """What a service may be told today, as the map draws it."""

    VALID = "valid"
    ENDS_SOON = "ends_soon"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FamilyServiceRow:
    """One service around the family.

    `contact_left`: the register says so. `hidden`: somebody in the family has a secret address, and the service's name
    and people would tell where.
    """

    id: UUID
    child_id: UUID | None
    register_id: UUID | None
    contact_id: UUID | None
    name: str
    level: ServiceLevel
    sector: str
    kind: str
    contact: str
    contact_title: str
    phone: str
    email: str
    gives: str
    state: ServiceState
    wished_on: date | None
    applied_on: date | None
    answered_on: date | None
    complaint_due_on: date | None
    started_on: date | None
    ended_on: date | None
    ended_reason: str
    granted: float | None
    delivered: float | None
    unit: str
    coordinates: bool
    promised: str
    talked_on: date | None
    note: str
    child: str
    consent: ConsentState
    consent_until: date | None
    contact_left: bool
    hidden: bool

    @property
    def icon(self) -> str:
        """The picture of its kind."""
        return icon_of(self.kind)

    @property
    def short_of(self) -> float:
        """How much less is given than was granted; told of what runs."""
        return short_of(self.granted, self.delivered) if self.state is ServiceState.RUNNING else 0.0

    @property
    def around(self) -> bool:
        """Whether it is around the family now, or on its way."""
        return self.state not in (ServiceState.ENDED, ServiceState.REFUSED)

    @property
    def needs_consent(self) -> bool:
        """Whether anybody there is to be told anything: not before it is asked for, nor when it is over."""
        return self.around and self.state is not ServiceState.WISHED


@dataclass(frozen=True, slots=True)
class SubplanRow:
    """A plan of one service: whose it is and where it lies."""

    id: UUID
    title: str
    owner: str
    kept_at: str
    valid_to: date | None
    child_id: UUID | None
    family_service_id: UUID | None


@dataclass(frozen=True, slots=True)
class ServicesAround:
    """All of the tab: the family inside, the services around it, and their plans."""

    children: tuple[PersonRow, ...]
    adults: tuple[PersonRow, ...]
    services: tuple[FamilyServiceRow, ...]
    subplans: tuple[SubplanRow, ...]
    closed: bool
    coordinator: str

    def of_child(self, child_id: UUID | None) -> tuple[FamilyServiceRow, ...]:
        """The services of one child, with those for the whole family; None gives all."""
        return tuple(one for one in self.services if child_id is None or one.child_id in (None, child_id))


@of_family
def services_around(session: Session, family_id: UUID, today: date) -> ServicesAround:
    """Those without consent first, then those whose consent ends; refused and ended ones last."""
    people = [one for one in people_of(session, family_id) if one.left_on is None and one.died_on is None]
    permissions = permissions_of(session, family_id)
    left = set(session.exec(select(ServiceContact.id).where(col(ServiceContact.left))).all())
    names = {one.id: one.given_name for one in people}
    found = session.exec(select(FamilyService).where(FamilyService.family_id == family_id)).all()
    listing = session.get(FamilyListing, family_id)
    hidden = listing is None or listing.protected
    rows = [
        _row(one, names, permissions, contact_left=one.contact_id in left, hidden=hidden, today=today) for one in found
    ]
    rows.sort(key=lambda row: (not row.around, _urgency(row), sort_key(row.name), row.id))
    plans = session.exec(select(Subplan).where(Subplan.family_id == family_id).order_by(Subplan.title)).all()
    return ServicesAround(
        children=tuple(one for one in people if one.kind is PersonKind.CHILD),
        adults=tuple(one for one in people if one.kind is PersonKind.ADULT),
        services=tuple(rows),
        subplans=tuple(SubplanRow(**one.model_dump(include=set(SubplanRow.__slots__))) for one in plans),
        closed=session.get_one(Family, family_id).state is not FamilyState.OPEN,
        coordinator=listing.coordinator if listing else "",
    )


def _urgency(row: FamilyServiceRow) -> int:
    if not row.needs_consent:
        return 3
    return (ConsentState.MISSING, ConsentState.ENDS_SOON, ConsentState.VALID).index(row.consent)


def consent_now(permissions: Iterable[Permission], service_id: UUID, today: date) -> tuple[ConsentState, date | None]:
    """Whether the service may be told anything today, and until when; the longest of several counts."""
    holding = [one for one in permissions if one.service_id == service_id and one.holds_on(today)]
    if not holding:
        return ConsentState.MISSING, None
    ends = [one.until for one in holding if one.until is not None]
    if len(ends) < len(holding):
        return ConsentState.VALID, None
    last = max(ends)
    return (ConsentState.ENDS_SOON if last <= today + SOON else ConsentState.VALID), last


def _row(
    one: FamilyService,
    names: dict[UUID, str],
    permissions: tuple[Permission, ...],
    today: date,
    *,
    contact_left: bool,
    hidden: bool,
) -> FamilyServiceRow:
    consent, until = consent_now(permissions, one.id, today)
    values = {name: getattr(one, name) for name in FamilyServiceRow.__slots__[:-5]}
    if one.child_id not in names:
        # a child that has moved to another family: what it had here is told of the whole family
        values["child_id"] = None
    return FamilyServiceRow(
        **values,
        child=names.get(one.child_id, "") if one.child_id else "",
        consent=consent,
        consent_until=until,
        contact_left=contact_left,
        hidden=hidden,
    )
