# SPDX-License-Identifier: MIT
"""Somebody in a group or at a meeting, pointed out among the family, its services and us, or only named."""

from typing import Any, Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.family import Family
from models.records.family_service import FamilyService
from models.records.person import Person, Relation
from models.records.staff import Staff
from models.values.names import full_name
from models.values.refusal import Refusal
from models.values.typed import Line, Name
from resources.catalogue import fill

Kind = TypeVar("Kind", Person, FamilyService, Staff)


class WhoDraft(BaseModel):
    """One of the family, one at a service, one of us, or a name alone."""

    person_id: UUID | None = None
    family_service_id: UUID | None = None
    staff_id: UUID | None = None
    name: Name = ""
    role: Line = ""
    language: Literal["", "nb", "nn"] = ""


def who_is(session: Session, family_id: UUID, draft: WhoDraft) -> dict[str, Any]:
    """Name, role and service as the records know them, with who is pointed at; what was typed comes first."""
    name, role, service = draft.name, draft.role, ""
    if person := _found(session, Person, draft.person_id):
        _same(family_id, person.family_id)
        name = full_name(person.given_name, person.family_name) or name
        role = role or _relation(session, person)
    elif given := _found(session, FamilyService, draft.family_service_id):
        _same(family_id, given.family_id)
        name, role, service = name or given.contact or given.name, role or given.contact_title, given.name
    elif staff := _found(session, Staff, draft.staff_id):
        name, role, service = staff.name, role or staff.title, staff.service
    if not name:
        raise Refusal("meeting_refused.member_missing", field="who")
    pointed = draft.model_dump(include={"person_id", "family_service_id", "staff_id", "language"})
    return pointed | {"name": name, "role": role, "service": service}


def _relation(session: Session, person: Person) -> str:
    """«mor», in the family's målform; a child is there as itself."""
    if person.relation is None or person.relation is Relation.OTHER:
        return person.relation_detail
    return fill(f"letters_people.{person.relation}", session.get_one(Family, person.family_id).language)


def _found(session: Session, kind: type[Kind], id: UUID | None) -> Kind | None:
    return session.get(kind, id) if id else None


def _same(family_id: UUID, other: UUID) -> None:
    if family_id != other:
        raise Refusal("meeting_refused.another_family", field="who")
