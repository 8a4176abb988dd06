# SPDX-License-Identifier: MIT
"""Hides what lies in the waste bin from every query, unless the query says that it looks there too."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Null, null
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlmodel import Session

from models.records.base import Record

# For statements that must see the bin: `session.exec(asked, execution_options=BIN_TOO)`.
BIN_TOO = {"bin_too": True}
R = TypeVar("R", bound=Record)


def _out_of_bin(kind: type[Record]) -> ColumnElement[bool]:
    # SQLAlchemy asks for Record itself once, which is no table and has no columns.
    found: ColumnElement[object] | Null = getattr(kind, "binned_at", null())
    return found.is_(None)


_IN_VIEW = with_loader_criteria(Record, _out_of_bin, include_aliases=True, track_closure_variables=False)


def hide_binned(state: ORMExecuteState) -> None:
    """A listener of `do_orm_execute`: one place for all queries, so that none can forget it."""
    if state.is_select and not state.is_column_load and not state.execution_options.get("bin_too"):
        state.statement = state.statement.options(_IN_VIEW)


def fetch(session: Session, kind: type[R], id: UUID) -> R | None:
    """The record with this id, in the bin or not."""
    return session.get(kind, id, execution_options=BIN_TOO)
