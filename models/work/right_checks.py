# SPDX-License-Identifier: MIT
"""What use-cases on the right ask first: the record is there, and its days come in an order that can be true."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from models.records.base import Record
from models.values.act import Act
from models.values.refusal import Refusal

R = TypeVar("R", bound=Record)


def found(session: Session, record: type[R], id: UUID) -> R:
    """The record with this id, or a Refusal that says it is no longer there."""
    kept = session.get(record, id)
    if kept is None:
        raise Refusal("right_refused.gone")
    return kept


def not_in_future(act: Act, day: date | None, field: str) -> None:
    """Something that has happened cannot have a date after today."""
    if day is not None and day > act.today:
        raise Refusal("right_refused.date_in_future", field=field)


def not_before(day: date | None, earliest: date | None, key: str, field: str) -> None:
    """One thing comes after the other; `key` names the sentence that says which."""
    if day is not None and earliest is not None and day < earliest:
        raise Refusal(key, field=field)


def set_fields(draft: BaseModel, may_be_emptied: frozenset[str] = frozenset()) -> dict[str, object]:
    """The fields that were set; None means «leave it», apart from those that may be emptied."""
    given = draft.model_dump(exclude_unset=True)
    return {name: value for name, value in given.items() if value is not None or name in may_be_emptied}
