# SPDX-License-Identifier: MIT
"""Collects what a transaction touches from its flushes, stamps new records and counts their versions."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, UOWTransaction
from sqlmodel import Session, SQLModel

from models.records.base import Record
from models.records.draft import FormDraft
from models.records.family import Family
from models.records.listing import FamilyListing
from models.records.vault_mark import VaultMark
from models.values.act import Act
from models.values.changes import Change, ChangeKind, ChangeSet
from models.values.refusal import Refusal


class BulkWrite(RuntimeError):
    """A statement that would change rows behind the session's back, so that nobody heard of it."""


def expect_version(record: Record, version: int) -> None:
    """Refuse to save over a record that somebody changed after it was read."""
    if record.version != version:
        raise Refusal("refusal.changed_since_opened")


class Collector:
    """What one session has added, edited and removed so far."""

    def __init__(self, session: Session, act: Act) -> None:
        self._act = act
        self._changes: set[Change] = set()
        self._counted: set[UUID] = set()
        event.listen(session, "before_flush", self._stamp)
        event.listen(session, "after_flush", self._collect)
        event.listen(session, "do_orm_execute", forbid_bulk)

    def changes(self) -> ChangeSet:
        """All that was touched; what was both added and edited counts as added."""
        added = {(change.record, change.id) for change in self._changes if change.kind is ChangeKind.ADDED}
        return ChangeSet(
            frozenset(
                change
                for change in self._changes
                if change.kind is not ChangeKind.EDITED or (change.record, change.id) not in added
            )
        )

    def families(self) -> frozenset[UUID]:
        """The families whose line in the list may have to be written again."""
        return frozenset(
            change.family_id
            for change in self._changes
            if change.family_id is not None and change.record is not FamilyListing
        )

    def _stamp(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
        for record in session.new:
            if isinstance(record, Record):
                self._counted.add(record.id)
                if record.created_at is None:
                    record.created_at = self._act.now
        for record in session.dirty:
            if isinstance(record, Record) and record.id not in self._counted and session.is_modified(record):
                self._counted.add(record.id)
                record.version += 1

    def _collect(self, session: Session, _context: UOWTransaction) -> None:
        self._add(ChangeKind.ADDED, session.new)
        self._add(ChangeKind.EDITED, (record for record in session.dirty if session.is_modified(record)))
        self._add(ChangeKind.REMOVED, session.deleted)

    def _add(self, kind: ChangeKind, records: Iterable[object]) -> None:
        for record in records:
            if isinstance(record, FormDraft | VaultMark) or not isinstance(record, SQLModel):
                continue
            identity = _identity(record)
            for family_id in _families(record):
                self._changes.add(Change(type(record), identity, kind, family_id))


def forbid_bulk(state: ORMExecuteState) -> None:
    """Stop INSERT, UPDATE and DELETE statements: they change rows no ChangeSet would tell of."""
    if (state.is_update or state.is_delete or state.is_insert) and not state.execution_options.get("bulk_import"):
        raise BulkWrite("change records through the session, not by a bulk statement")


def forbid_writes(session: Session, _context: object, _instances: object) -> None:
    """Stop a reading session that is about to write."""
    if session.new or session.deleted or any(session.is_modified(record) for record in session.dirty):
        raise BulkWrite("a reading session changed a record")


def _identity(record: SQLModel) -> UUID:
    key = inspect(record, raiseerr=True).mapper.primary_key_from_instance(record)[0]
    assert isinstance(key, UUID)
    return key


def _families(record: SQLModel) -> set[UUID | None]:
    """The family of a record, and the one it was moved from."""
    if isinstance(record, Family):
        return {record.id}
    state = inspect(record, raiseerr=True)
    if "family_id" not in state.attrs:
        return {None}
    history = state.attrs.family_id.history
    return {*history.sum()} or {None}
