# SPDX-License-Identifier: MIT
"""A family that has been quiet for long is put aside until a day, with the reason (peers, idea 29)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.transition import Snooze
from models.store.meaning import note
from models.values.act import Act
from models.values.refusal import Refusal
from models.values.typed import Reason
from models.work.by_right import by_right
from models.work.reach import reach_family


class SnoozeDraft(BaseModel):
    """Until when it is all right to hear nothing, and why."""

    until_on: date
    reason: Reason


@by_right
def put_aside(session: Session, act: Act, family_id: UUID, draft: SnoozeDraft) -> UUID:
    """Min dag says nothing of the silence until that day."""
    reach_family(session, act, family_id)
    if draft.until_on <= act.today:
        raise Refusal("tasks_refused.aside_until_past", field="to_on")
    kept = Snooze(
        created_at=act.now,
        family_id=family_id,
        until_on=draft.until_on,
        reason=draft.reason,
        staff_id=act.staff_id,
    )
    session.add(kept)
    session.flush()
    note(session, act, what="silence.put_aside", family_id=family_id, object_id=kept.id)
    return kept.id
