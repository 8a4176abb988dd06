# SPDX-License-Identifier: MIT
"""One family's log in one list: openings, reveals, prints and every change, told in words (R35, R71)."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models.queries.guard import of_family
from models.queries.history import FieldChange, HistoryRow, family_access, family_history
from resources.catalogue import fill, keys

MOST = 5000
# Derived lists, and bytes whose document has a line of its own.
SILENT = frozenset({"familylisting", "documentcontent"})
# The grading of an address is itself confidential.
HUSHED = {
    "person.protection_set": "log.paper.person",
    "person.protection_lifted": "log.paper.person",
    "person.address_revealed": "log.paper.address",
}
HUSHED_FIELDS = frozenset({"address_protection", "information_limited", "information_limited_reason"})


@dataclass(frozen=True, slots=True)
class LogRow:
    """Who did what, when and why; `changes` holds before and after where something was written."""

    n: int
    at: datetime
    name: str
    roles: tuple[str, ...]
    what: str
    record: str
    object_id: UUID | None
    reason: str
    changes: tuple[FieldChange, ...] = ()

    @property
    def kind(self) -> str:
        """Seen, written, revealed, printed or meant: what the filter on the page asks for."""
        if self.what in ("added", "edited", "removed"):
            return "written"
        verb = self.what.partition(".")[2]
        if "reveal" in verb:
            return "revealed"
        if verb in ("printed", "exported"):
            return "printed"
        return "opened" if verb in ("opened", "seen", "read") else "meant"

    def told_on_paper(self, language: str) -> str:
        """As `told_in`, but never that an address is protected: the paper may be read by whoever it is kept from."""
        if self.what in HUSHED:
            return fill(HUSHED[self.what], language)
        open_changes = tuple(change for change in self.changes if change.field not in HUSHED_FIELDS)
        return replace(self, changes=open_changes).told_in(language)

    def told_in(self, language: str) -> str:
        """What was done, as a sentence without the subject."""
        if self.kind != "written":
            return told(f"log.did.{self.what}", "log.did.other", language)
        record = told(f"log.record.{self.record}", "log.record.other", language)
        # What a new record holds is told by the record; what was changed is told by its fields.
        edited = self.changes if self.what == "edited" else ()
        fields = dict.fromkeys(field_in(change.field, language) for change in edited)
        named = ", ".join(field for field in fields if field)
        sentence = fill(f"log.{self.what}", language, record=record)
        return fill("log.with_fields", language, sentence=sentence, fields=named) if named else sentence

    def roles_in(self, language: str) -> str:
        """The roles as words."""
        return ", ".join(told(f"log.role.{role}", "log.role.other", language) for role in self.roles)


@of_family
def log_of_family(session: Session, family_id: UUID) -> tuple[LogRow, ...]:
    """Everything noted on a family, newest first."""
    rows = [
        LogRow(row.n, row.at, row.name, row.roles, row.what, "", row.object_id, row.reason)
        for row in family_access(session, family_id)
    ]
    before: int | None = None
    while len(rows) < MOST and (page := family_history(session, family_id, before)):
        rows += [_written(row) for row in page if row.record not in SILENT]
        before = page[-1].n
    return tuple(sorted(rows, key=lambda row: -row.n))


def field_in(field: str, language: str) -> str:
    """A field's name in words; those of the machinery have none."""
    return told(f"log.field.{field}", "", language)


def told(key: str, otherwise: str, language: str) -> str:
    """The words under the key, or the general ones where nobody has given this key any."""
    if key in keys(language):
        return fill(key, language)
    return fill(otherwise, language) if otherwise else ""


def _written(row: HistoryRow) -> LogRow:
    return LogRow(row.n, row.at, row.name, row.roles, row.what, row.record, row.object_id, row.reason, row.changes)
