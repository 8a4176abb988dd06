# SPDX-License-Identifier: MIT
"""What can happen to a practice family and its people."""

from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from desktop.practice.script import Step, Values
from desktop.practice.stage import Cast, Stage
from models.records.base import Record
from models.records.enquiry import Enquiry
from models.records.family import Family
from models.records.person import Person, PersonKind
from models.values.act import Act
from models.work.close_family import CloseDraft, close_family
from models.work.edit_family import FamilyEditDraft, edit_family
from models.work.edit_person import WhatMattersDraft, add_person, edit_person, say_what_matters, take_out_person
from models.work.person_draft import PersonDraft
from models.work.register_family import FamilyDraft, register_family
from models.work.reveal_protected import RevealDraft, reveal_protected

D = TypeVar("D", bound=BaseModel)


def register(stage: Stage, step: Step) -> None:
    """The first form: child, those with daily care, who asked and when."""
    draft = FamilyDraft.model_validate(step.values)
    cast = Cast(stage.do(register_family, draft))
    stage.families[step.family] = cast
    cast.people, cast.made = stage.do(_as_registered, cast)


def _as_registered(session: Session, act: Act, cast: Cast) -> tuple[dict[str, UUID], dict[str, UUID]]:
    del act
    found = session.exec(select(Person).where(Person.family_id == cast.family_id).order_by(col(Person.id))).all()
    child = [one.id for one in found if one.kind is PersonKind.CHILD]
    adults = [one.id for one in found if one.kind is PersonKind.ADULT]
    enquiry = session.exec(select(Enquiry).where(Enquiry.family_id == cast.family_id)).one()
    people = dict(zip(("child", "guardian", "second"), (*child, *adults), strict=False))
    return people, {"enquiry": enquiry.id}


def family(stage: Stage, step: Step) -> None:
    """What holds for the whole family."""
    cast = stage.cast(step)
    before = stage.do(_kept, Family, cast.family_id)
    draft = _changed(FamilyEditDraft, before, stage.named(step.values))
    stage.do(edit_family, cast.family_id, draft)


def person(stage: Stage, step: Step) -> None:
    """One more child or adult."""
    cast = stage.cast(step)
    draft = PersonDraft.model_validate(step.without("who"))
    cast.people[step.text("who")] = stage.do(add_person, cast.family_id, draft)


def mend(stage: Stage, step: Step) -> None:
    """What more is known of somebody."""
    person_id = stage.cast(step).people[step.text("who")]
    before = stage.do(_kept, Person, person_id)
    before["expected"] = before["expected_on"] is not None
    stage.do(edit_person, person_id, _changed(PersonDraft, before, step.without("who")))


def leave(stage: Stage, step: Step) -> None:
    """Somebody no longer belongs to the family."""
    stage.do(take_out_person, stage.cast(step).people[step.text("who")])


def matters(stage: Stage, step: Step) -> None:
    """The child's own words."""
    draft = WhatMattersDraft(words=step.text("words"))
    stage.do(say_what_matters, stage.cast(step).people[step.text("who") or "child"], draft)


def reveal(stage: Stage, step: Step) -> None:
    """A protected address is looked at, with a reason."""
    person_id = stage.cast(step).people[step.text("who")]
    stage.do(reveal_protected, person_id, RevealDraft(reason=step.text("reason")))


def close(stage: Stage, step: Step) -> None:
    """Nobody works with the family any more."""
    stage.do(close_family, stage.cast(step).family_id, CloseDraft.model_validate(step.values))


def _kept(session: Session, act: Act, record: type[Record], id: object) -> Values:
    del act
    return session.get_one(record, id).model_dump()


def _changed(draft: type[D], before: Values, changes: Values) -> D:
    known = {name: value for name, value in before.items() if name in draft.model_fields}
    return draft.model_validate(known | changes)
