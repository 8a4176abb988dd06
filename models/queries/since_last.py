# SPDX-License-Identifier: MIT
"""«Siden sist»: what came about in a family since somebody was last there, or since its last meeting (idea 8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.guard import OPENED, UNLOCKED, of_family
from models.queries.meeting_facts import last_held
from models.queries.plain_day import as_text, stored
from models.records.consent import Consent
from models.records.document import Document, DocumentKind, DocumentState
from models.records.history import AuditEntry
from models.records.meeting import MeetingState, TeamMeeting
from models.records.note import ContactNote
from models.records.task import UNFINISHED, Task, TaskState
from models.values.dates import local_day
from models.values.typed import first_line


@dataclass(frozen=True, slots=True)
class Fresh:
    """One thing that is new; `kind` chooses its words, `tab` and `item` where it is."""

    kind: str
    on: date
    name: str
    tab: str
    item: UUID
    who: str = ""

    @property
    def id(self) -> str:
        """The same the next time it is read."""
        return f"{self.kind}/{self.item}"


@dataclass(frozen=True, slots=True)
class SinceLast:
    """What is new since the moment; None where there was no earlier one."""

    moment: datetime | None
    rows: tuple[Fresh, ...] = ()


@of_family
def since_visit(session: Session, family_id: UUID, staff_id: UUID, today: date) -> SinceLast:
    """Since this person last did or read anything here in an earlier sitting."""
    return _since(session, family_id, _last_visit(session, family_id, staff_id), today)


@of_family
def since_meeting(session: Session, family_id: UUID, today: date) -> SinceLast:
    """Since the last meeting that was held."""
    held = last_held(session, family_id, None)
    return _since(session, family_id, held.starts_at if held else None, today)


def _last_visit(session: Session, family_id: UUID, staff_id: UUID) -> datetime | None:
    """The newest line of hers in this family before she unlocked the vault for this sitting."""
    own = select(AuditEntry.n, AuditEntry.at).where(AuditEntry.staff_id == staff_id)
    newest = col(AuditEntry.n).desc()
    began = session.exec(own.where(AuditEntry.what == UNLOCKED).order_by(newest)).first()
    if began is None:
        began = session.exec(
            own.where(AuditEntry.what == OPENED, AuditEntry.family_id == family_id).order_by(newest)
        ).first()
    if began is None:
        return None
    before = own.where(AuditEntry.family_id == family_id, col(AuditEntry.n) < began[0]).order_by(newest)
    last = session.exec(before).first()
    return last[1] if last else None


def _since(session: Session, family_id: UUID, moment: datetime | None, today: date) -> SinceLast:
    if moment is None:
        return SinceLast(None)
    found = [
        *_tasks(session, family_id, moment, today),
        *_documents(session, family_id, moment),
        *_notes(session, family_id, moment),
        *_consents(session, family_id, moment),
        *_meetings(session, family_id, moment),
    ]
    return SinceLast(moment, tuple(sorted(found, key=lambda one: (one.on, one.id), reverse=True)))


def _tasks(session: Session, family_id: UUID, moment: datetime, today: date) -> Iterator[Fresh]:
    finished = select(AuditEntry.object_id).where(
        AuditEntry.family_id == family_id, AuditEntry.what == "task.done", AuditEntry.at > moment
    )
    done = set(session.exec(finished))
    for one in session.exec(select(Task).where(Task.family_id == family_id)):
        is_new = one.created_at > moment
        if one.state is TaskState.DONE and one.done_on and one.id in done:
            yield Fresh("task_done", one.done_on, one.what, "tasks", one.id, one.who)
        elif one.state in UNFINISHED and one.due_on and local_day(moment) <= one.due_on < today:
            yield Fresh("task_late", one.due_on, one.what, "tasks", one.id, one.who)
        elif one.state in UNFINISHED and is_new:
            yield Fresh("task_new", local_day(one.created_at), one.what, "tasks", one.id, one.who)


def _documents(session: Session, family_id: UUID, moment: datetime) -> Iterator[Fresh]:
    found = session.exec(
        select(Document).where(
            Document.family_id == family_id,
            Document.state != DocumentState.DRAFT,
            col(Document.scan_of_id).is_(None),
        )
    )
    for one in found:
        came = one.finished_at or one.created_at
        if came > moment:
            kind = "received" if one.kind is DocumentKind.RECEIVED else "document"
            yield Fresh(kind, local_day(came), one.title, "documents", one.id)


def _notes(session: Session, family_id: UUID, moment: datetime) -> Iterator[Fresh]:
    found = session.exec(select(ContactNote).where(ContactNote.family_id == family_id, ContactNote.created_at > moment))
    for one in found:
        said = first_line(one.text, 120)
        yield Fresh(
            f"note_{one.kind.value}", local_day(one.at), said, "journal", one.corrects_id or one.id, one.with_whom
        )


def _consents(session: Session, family_id: UUID, moment: datetime) -> Iterator[Fresh]:
    first = local_day(moment)
    for one in session.exec(select(Consent).where(Consent.family_id == family_id)):
        days = {"withdrawn": one.withdrawn_on, "refused": one.refused_on, "given": one.given_on}
        what = next(((kind, on) for kind, on in days.items() if on is not None and on > first), None)
        if what is not None:
            yield Fresh(f"consent_{what[0]}", what[1], one.kind.value, "consents", one.id)


def _meetings(session: Session, family_id: UUID, moment: datetime) -> Iterator[Fresh]:
    found = session.exec(
        select(TeamMeeting).where(
            TeamMeeting.family_id == family_id,
            TeamMeeting.state == MeetingState.HELD,
            as_text(TeamMeeting.held_on) > stored(local_day(moment)),
        )
    )
    for one in found:
        if one.held_on is not None:
            yield Fresh("meeting", one.held_on, "", "meeting", one.id)
