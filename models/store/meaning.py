# SPDX-License-Identifier: MIT
"""Adds to the log what a use-case meant, or that somebody read something: what no trigger can know."""

from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from models.values.act import Act

_NOTE = text(
    "INSERT INTO audit_feed (what, record, object_id, family_id, columns) "
    "VALUES (:what, :record, :object_id, :family_id, '')"
)


def note(
    session: Session,
    act: Act,
    what: str,
    family_id: UUID | None = None,
    object_id: UUID | None = None,
    reason: str = "",
    record: str = "",
) -> None:
    """One line in the log in the act's own transaction; `what` is a text key such as «family.opened».

    The reason is the act's unless another is given; neither may hold the content of a case.
    """
    session.flush()
    slot = session.connection().info["act"]
    kept = slot.act
    slot.act = Act(act.staff_id, act.name, act.roles, act.now, reason or act.reason, act.program)
    try:
        session.execute(
            _NOTE,
            {
                "what": what,
                "record": record,
                "object_id": object_id.hex if object_id else None,
                "family_id": family_id.hex if family_id else None,
            },
        )
    finally:
        slot.act = kept
