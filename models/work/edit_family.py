# SPDX-License-Identifier: MIT
"""What holds for the whole family: its name, målform, care arrangement and the municipalities involved."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.family import CareArrangement
from models.records.staff import Staff
from models.store.changes import expect_version
from models.values.act import Act
from models.values.refusal import Refusal, Refusals
from models.values.typed import Day, Line, Name, RequiredName, Text
from models.work.by_right import by_right
from models.work.reach import reach_family, revise


class FamilyEditDraft(BaseModel):
    """The family's own form."""

    name: RequiredName
    language: str = "nb"
    case_number: Name = ""
    responsible_id: UUID | None = None
    care: CareArrangement = CareArrangement.HOME
    care_since: Day = None
    care_municipality: Line = ""
    coordinating_municipality: Line = ""
    child_welfare_contact: Line = ""
    note: Text = ""


@by_right
def edit_family(
    session: Session, act: Act, family_id: UUID, draft: FamilyEditDraft, version: int | None = None
) -> UUID:
    """Change what holds for the whole family."""
    family = reach_family(session, act, family_id)
    if version is not None:
        expect_version(family, version)
    refusals = _refusals(session, draft, act.today)
    if refusals:
        raise Refusals(refusals)
    revise(family, draft.model_dump())
    return family.id


def _refusals(session: Session, draft: FamilyEditDraft, today: date) -> list[Refusal]:
    found = []
    if draft.care_since and draft.care_since > today:
        found.append(Refusal("family.refused.care_in_future", "care_since"))
    if draft.responsible_id:
        staff = session.get(Staff, draft.responsible_id)
        if staff is None or not staff.active:
            found.append(Refusal("family.refused.responsible_gone", "responsible_id"))
    return found
