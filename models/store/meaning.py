# SPDX-License-Identifier: MIT
"""Adds to the log what a use-case meant, or that somebody read something: what no trigger can know."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from models.store.audit import ADD_NOTE
from models.values.act import Act

_NOTE = text(ADD_NOTE)


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
    slot.set(replace(act, reason=reason or act.reason))
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
        slot.set(act)
