# SPDX-License-Identifier: MIT
"""Rewrites the derived line of a family in the list whenever something it is made from has changed."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models.records.family import Family
from models.records.listing import FamilyListing
from models.records.person import Person, PersonKind
from models.records.staff import Staff

_ASCII = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})


def refresh(session: Session, family_ids: Collection[UUID], today: date) -> None:
    """Write the line of each of these families as it stands now."""
    del today
    for family_id in family_ids:
        family = session.get(Family, family_id)
        line = session.get(FamilyListing, family_id)
        if family is None:
            if line is not None:
                session.delete(line)
            continue
        if line is None:
            line = FamilyListing(family_id=family_id, label=family.name)
            session.add(line)
        _fill(session, line, family)


def _fill(session: Session, line: FamilyListing, family: Family) -> None:
    children = session.exec(
        select(Person)
        .where(Person.family_id == family.id, Person.kind == PersonKind.CHILD)
        .order_by(col(Person.born_on), col(Person.id))
    ).all()
    staff = session.get(Staff, family.responsible_id) if family.responsible_id else None
    line.label = family.name
    line.children = ", ".join(child.given_name for child in children if child.given_name)
    line.births = ",".join(child.born_on.isoformat() if child.born_on else "" for child in children)
    line.coordinator = staff.name if staff else ""
    line.coordinator_id = family.responsible_id
    line.state = family.state
    line.sort_key = family.name.casefold()
    line.search = f"{family.name} {line.children} {line.coordinator}".casefold()
    line.search_ascii = line.search.translate(_ASCII)
