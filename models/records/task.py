# SPDX-License-Identifier: MIT
"""What somebody has taken on: what, exactly one who, when, and how far (R45)."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from models.records.base import Record


class TaskState(StrEnum):
    """How far a task has come; waiting means that somebody else must act first."""

    OPEN = "open"
    RUNNING = "running"
    WAITING = "waiting"
    DONE = "done"
    DROPPED = "dropped"


UNFINISHED = (TaskState.OPEN, TaskState.RUNNING, TaskState.WAITING)


class TaskSource(StrEnum):
    """Where a task was agreed."""

    OWN = "own"
    MEETING = "meeting"
    PLAN = "plan"
    DETERMINATION = "determination"
    TRANSITION = "transition"


class Task(Record, table=True):
    """One task; one person has it, or one service with a contact person."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    child_id: UUID | None = Field(default=None, foreign_key="person.id")
    what: str
    staff_id: UUID | None = Field(default=None, foreign_key="staff.id", description="one of us")
    person_id: UUID | None = Field(default=None, foreign_key="person.id", description="one of the family")
    family_service_id: UUID | None = Field(default=None, foreign_key="familyservice.id", description="a service")
    who: str = Field(default="", description="the person's name, at a service the contact's")
    service: str = ""
    due_on: date | None = None
    state: TaskState = TaskState.OPEN
    waiting_for: str = ""
    done_on: date | None = None
    dropped_reason: str = ""
    source: TaskSource = TaskSource.OWN
    agreed_on: date | None = None
    meeting_id: UUID | None = Field(default=None, foreign_key="teammeeting.id", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agendaitem.id")
    determination_id: UUID | None = Field(default=None, foreign_key="determination.id")
    transition: str = Field(default="", description="key of the transition whose series it belongs to")
    information: str = ""
    reminded_on: date | None = None
    note: str = ""


class TaskPostponement(Record, table=True):
    """A new date for a task, with the reason."""

    family_id: UUID = Field(foreign_key="family.id", index=True)
    task_id: UUID = Field(foreign_key="task.id", index=True)
    from_on: date | None = None
    to_on: date | None = None
    reason: str = ""
