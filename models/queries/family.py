# SPDX-License-Identifier: MIT
"""One family's workspace: head, badges, warnings, people, what matters, next steps and the newest happenings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import of_family
from models.queries.happenings import Happening, happenings
from models.queries.next_steps import Step, next_steps
from models.queries.people import PersonRow, people_of
from models.records.appointment import CoordinatorAppointment
from models.records.family import CareArrangement, Family, FamilyState
from models.records.listing import FamilyListing
from models.records.merge import FamilyMerge
from models.records.person import Answer, PersonKind
from models.records.staff import Staff
from models.values.dates import add_months, birthday
from models.values.remark import Remark


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A family that was merged into this one, and can be parted again."""

    merge_id: UUID
    name: str
    merged_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class FamilySheet:
    """What holds for the whole family: the family's form starts from it."""

    id: UUID
    version: int
    name: str
    state: FamilyState
    opened_on: date
    closed_on: date | None
    closed_reason: str
    merged_into_id: UUID | None
    responsible_id: UUID | None
    case_number: str
    language: str
    care: CareArrangement
    care_since: date | None
    care_municipality: str
    coordinating_municipality: str
    child_welfare_contact: str
    note: str


@dataclass(frozen=True, slots=True)
class FamilyOverview:
    """Everything on the first page of a family."""

    family: FamilySheet
    status: str
    protected: bool
    coordinator: str
    coordinator_since: date | None
    responsible: str
    people: tuple[PersonRow, ...]
    adult_soon: tuple[str, date] | None
    remarks: tuple[Remark, ...]
    steps: tuple[Step, ...]
    happenings: tuple[Happening, ...]
    merged: tuple[MergedRow, ...]

    @property
    def children(self) -> tuple[PersonRow, ...]:
        """The children who belong to the family now."""
        return tuple(one for one in self.people if one.kind is PersonKind.CHILD and one.left_on is None)

    @property
    def adults(self) -> tuple[PersonRow, ...]:
        """The adults who belong to the family now."""
        return tuple(one for one in self.people if one.kind is PersonKind.ADULT and one.left_on is None)


def goes_on_as(session: Session, family_id: UUID) -> UUID | None:
    """The family itself, or the one it was merged into; None when there is no such family."""
    family = session.get(Family, family_id)
    while family is not None and family.state is FamilyState.MERGED and family.merged_into_id:
        family = session.get(Family, family.merged_into_id)
    return family.id if family else None


@of_family
def family_sheet(session: Session, family_id: UUID) -> FamilySheet | None:
    """What holds for the whole family."""
    family = session.get(Family, family_id)
    if family is None:
        return None
    return FamilySheet(**{name: getattr(family, name) for name in FamilySheet.__slots__})


@of_family
def family_overview(session: Session, family_id: UUID, today: date, *, whole: bool = True) -> FamilyOverview | None:
    """The first page of a family; None when there is none or it is merged into another.

    The head needs no steps and happenings: it is read without them.
    """
    sheet = family_sheet(session, family_id)
    listing = session.get(FamilyListing, family_id)
    if sheet is None or listing is None:
        return None
    people = people_of(session, family_id)
    responsible = session.get(Staff, sheet.responsible_id) if sheet.responsible_id else None
    return FamilyOverview(
        family=sheet,
        status=listing.status,
        protected=listing.protected,
        coordinator=listing.coordinator,
        coordinator_since=_since(session, listing, today),
        responsible=responsible.name if responsible else "",
        people=people,
        adult_soon=_adult_soon(people, today),
        remarks=tuple(family_remarks(sheet, people)),
        steps=() if sheet.state is not FamilyState.OPEN or not whole else next_steps(session, listing, people, today),
        happenings=happenings(session, family_id) if whole else (),
        merged=_merged(session, family_id),
    )


def family_remarks(family: FamilySheet, people: Sequence[PersonRow]) -> list[Remark]:
    """What anybody who works with the family should know at once; explained, never decided."""
    adults = [one for one in people if one.kind is PersonKind.ADULT and one.left_on is None]
    remarks = [
        Remark("family.remark.information_limited", basis="barnel_47", values={"name": one.name})
        for one in adults
        if one.information_limited
    ]
    remarks += [
        Remark("family.remark.no_contact", values={"name": one.name}) for one in adults if not one.contact_allowed
    ]
    remarks += _responsibility(family, adults)
    if family.care is not CareArrangement.HOME:
        remarks.append(Remark(f"family.remark.care.{family.care.value}", "note", basis=_BASIS.get(family.care)))
    if family.care is CareArrangement.TWO_HOMES and not family.coordinating_municipality:
        remarks.append(Remark("family.remark.who_coordinates", "note"))
    return remarks


_BASIS = {
    CareArrangement.CARE_ORDER_FOSTER: "bvl_5_4",
    CareArrangement.CARE_ORDER_INSTITUTION: "bvl_5_4",
    CareArrangement.VOLUNTARY_PLACEMENT: "bvl_3_2",
}


def _responsibility(family: FamilySheet, adults: Sequence[PersonRow]) -> list[Remark]:
    if family.care in (CareArrangement.CARE_ORDER_FOSTER, CareArrangement.CARE_ORDER_INSTITUTION):
        return []
    having = [one for one in adults if one.parental_responsibility is Answer.YES]
    unknown = [one for one in adults if one.parental_responsibility is Answer.UNKNOWN]
    if not having and not unknown:
        return [Remark("family.remark.nobody_responsible", basis="barnel_30")]
    if not having:
        return [Remark("family.remark.responsibility_unknown", basis="barnel_30")]
    if len(having) == 1:
        values: dict[str, object] = {"name": having[0].name}
        return [Remark("family.remark.one_responsible", "note", basis="barnel_30", values=values)]
    return []


def _since(session: Session, listing: FamilyListing, today: date) -> date | None:
    if listing.coordinator_id is None:
        return None
    appointments = session.exec(
        select(CoordinatorAppointment)
        .where(
            CoordinatorAppointment.family_id == listing.family_id,
            CoordinatorAppointment.staff_id == listing.coordinator_id,
        )
        .order_by(col(CoordinatorAppointment.from_on))
    ).all()
    current = [each.from_on for each in appointments if each.to_on is None or each.to_on >= today]
    return current[0] if current else None


def _adult_soon(people: Sequence[PersonRow], today: date) -> tuple[str, date] | None:
    coming = [
        (birthday(one.born_on, 18), one.given_name)
        for one in people
        if one.kind is PersonKind.CHILD and one.born_on and one.left_on is None
    ]
    coming = [(day, name) for day, name in coming if today <= day <= add_months(today, 12)]
    return (min(coming)[1], min(coming)[0]) if coming else None


def _merged(session: Session, family_id: UUID) -> tuple[MergedRow, ...]:
    merges = session.exec(
        select(FamilyMerge, Family)
        .where(FamilyMerge.family_id == family_id, col(FamilyMerge.undone_at).is_(None))
        .where(FamilyMerge.merged_id == Family.id)
        .order_by(col(FamilyMerge.id).desc())
    ).all()
    return tuple(MergedRow(merge.id, family.name, merge.merged_on, merge.reason) for merge, family in merges)
