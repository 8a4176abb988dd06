# SPDX-License-Identifier: MIT
"""The log is watched like the rest: who read it, checked it, took it out on paper, or said it is right as it stands."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.store.meaning import note
from models.values.act import Act
from models.values.log_state import LogCheck
from models.values.typed import Reason
from models.work.by_right import by_right
from models.work.open_family import noted_this_sitting

READ = "log.read"


class AcceptDraft(BaseModel):
    """Why the log is as it is: a copy was put back, or somebody has looked into it."""

    reason: Reason


@by_right
def log_reading(session: Session, act: Act) -> None:
    """Somebody reads the whole log: one line for each person and sitting."""
    if not noted_this_sitting(session, act, READ):
        note(session, act, READ)


@by_right
def log_checked(session: Session, act: Act, found: LogCheck) -> None:
    """The log was checked from beginning to end, and this came of it."""
    note(session, act, f"log.found_{found.fault.value}" if found.fault else "log.checked")


@by_right
def log_accepted(session: Session, act: Act, draft: AcceptDraft) -> None:
    """Somebody answers for a log that does not fit what this machine remembers."""
    note(session, act, "log.accepted", reason=draft.reason)


@by_right
def log_taken_out(session: Session, act: Act, staff_id: UUID | None, *, printed: bool = False) -> None:
    """A part of the log left the vault on paper or as a file: what one person has done, or what was searched for."""
    what = "log.printed" if printed else "log.exported"
    note(session, act, what, object_id=staff_id, record="staff" if staff_id else "")
