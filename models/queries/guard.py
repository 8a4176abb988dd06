# SPDX-License-Identifier: MIT
"""Asks before every query on one family whether the person who reads may see it; use-cases ask for themselves."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.access import Sight, sight
from models.records.document import Document
from models.records.history import AuditEntry
from models.records.meeting import TeamMeeting
from models.records.note import ContactNote
from models.records.person import Person
from models.records.task import Task
from models.values.refusal import Refusal

READER = "reader"
OPENED, UNLOCKED = "family.opened", "vault.opened"
P = ParamSpec("P")
T = TypeVar("T")
Part = Person | Document | ContactNote | Task | TeamMeeting
Query = Callable[Concatenate[Session, UUID, P], T]


def of_family(query: Query[P, T]) -> Query[P, T]:
    """A query on one family, told by its id."""

    @wraps(query)
    def asked(session: Session, family_id: UUID, /, *args: P.args, **kwargs: P.kwargs) -> T:
        _ask(session, family_id)
        return query(session, family_id, *args, **kwargs)

    return asked


def of_part(kind: type[Part]) -> Callable[[Query[P, T]], Query[P, T]]:
    """A query on something that belongs to a family."""

    def dressed(query: Query[P, T]) -> Query[P, T]:
        @wraps(query)
        def asked(session: Session, part_id: UUID, /, *args: P.args, **kwargs: P.kwargs) -> T:
            part = session.get(kind, part_id)
            if isinstance(part, Part):
                _ask(session, part.family_id)
            return query(session, part_id, *args, **kwargs)

        return asked

    return dressed


def of_logged(query: Query[P, T]) -> Query[P, T]:
    """A query on whatever the log knows of one record, told by its id: the family is the one it was last written in."""

    @wraps(query)
    def asked(session: Session, object_id: UUID, /, *args: P.args, **kwargs: P.kwargs) -> T:
        entries = select(AuditEntry.family_id).where(
            AuditEntry.object_id == object_id, col(AuditEntry.family_id).is_not(None)
        )
        family_id = session.exec(entries.order_by(col(AuditEntry.n).desc())).first()
        if family_id is not None:
            _ask(session, family_id)
        return query(session, object_id, *args, **kwargs)

    return asked


def _ask(session: Session, family_id: UUID) -> None:
    """Somebody else's family is read only when the log says she opened it since she unlocked."""
    reader = session.info.get(READER)
    if not isinstance(reader, UUID) or (family_id, reader) in session.info:
        return
    seen = sight(session, reader, family_id)
    if seen in (Sight.SEALED, Sight.NONE):
        raise Refusal("family.refused.sealed")
    if seen is Sight.REASON and not _entered(session, reader, family_id):
        raise Refusal("family.refused.reason_missing")
    session.info[family_id, reader] = True


def _entered(session: Session, reader: UUID, family_id: UUID) -> bool:
    newest = select(AuditEntry.n).where(AuditEntry.staff_id == reader).order_by(col(AuditEntry.n).desc()).limit(1)
    unlocked = session.exec(newest.where(AuditEntry.what == UNLOCKED)).first()
    opened = session.exec(newest.where(AuditEntry.what == OPENED, AuditEntry.family_id == family_id)).first()
    return opened is not None and opened > (unlocked or 0)
