# SPDX-License-Identifier: MIT
"""The people of a family: added, changed, taken out of the family, and what matters to the child."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.person import HIDDEN_FIELDS, AddressProtection, Person, PersonKind
from models.store.changes import expect_version
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal, Refusals
from models.values.typed import Text
from models.work.by_right import by_right
from models.work.person_draft import PersonDraft, person_refusals
from models.work.reach import reach_family, reach_person, revise


class WhatMattersDraft(BaseModel):
    """What the child says is important, in the child's own words."""

    words: Text = ""


@by_right
def add_person(session: Session, act: Act, family_id: UUID, draft: PersonDraft) -> UUID:
    """One more child or adult in the family."""
    reach_family(session, act, family_id)
    _check(draft, act.today)
    person = Person(family_id=family_id, kind=draft.kind)
    revise(person, _values(draft))
    person.version = 1
    session.add(person)
    session.flush()
    return person.id


@by_right
def edit_person(session: Session, act: Act, person_id: UUID, draft: PersonDraft, version: int | None = None) -> UUID:
    """Change what is known of a person; a birth turns the expected child into a born one."""
    person = reach_person(session, act, person_id)
    if version is not None:
        expect_version(person, version)
    _check(draft, act.today)
    before = person.address_protection
    if revise(person, _values(draft)) and before is not person.address_protection:
        _note_protection(session, act, person)
    return person.id


@by_right
def say_what_matters(session: Session, act: Act, person_id: UUID, draft: WhatMattersDraft) -> UUID:
    """Keep the child's words with today's date."""
    person = reach_person(session, act, person_id)
    if person.kind is not PersonKind.CHILD:
        raise Refusal("family.refused.not_a_child")
    if draft.words != person.what_matters:
        revise(person, {"what_matters": draft.words, "what_matters_on": act.today if draft.words else None})
    return person.id


@by_right
def take_out_person(session: Session, act: Act, person_id: UUID, on: date | None = None) -> UUID:
    """The person no longer belongs to the family; everything written stays."""
    person = reach_person(session, act, person_id)
    revise(person, {"left_on": on or act.today})
    return person.id


@by_right
def take_in_person(session: Session, act: Act, person_id: UUID) -> UUID:
    """Undo of taking out: the person belongs to the family again."""
    person = reach_person(session, act, person_id)
    revise(person, {"left_on": None})
    return person.id


def _check(draft: PersonDraft, today: date) -> None:
    refusals = person_refusals(draft, today)
    if refusals:
        raise Refusals(refusals)


def _values(draft: PersonDraft) -> dict[str, object]:
    values: dict[str, object] = draft.model_dump(exclude={"expected", "kind"})
    values["born_on"] = None if draft.expected else draft.born_on
    values["expected_on"] = draft.expected_on if draft.expected else None
    if not draft.information_limited:
        values["information_limited_reason"] = ""
    return {name: value for name, value in values.items() if not (name in HIDDEN_FIELDS and value is None)}


def _note_protection(session: Session, act: Act, person: Person) -> None:
    protected = person.address_protection is not AddressProtection.NONE
    what = "person.protection_set" if protected else "person.protection_lifted"
    note(session, act, what=what, family_id=person.family_id, object_id=person.id)
