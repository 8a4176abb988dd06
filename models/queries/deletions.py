# SPDX-License-Identifier: MIT
"""Proposals to delete for good, the rules that allow them, and the protocol of what was deleted."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models.queries.access import roles_of
from models.queries.waste_bin import title_of
from models.records.base import Record
from models.records.deletion import Deletion
from models.records.document import Document, DocumentState
from models.records.family import Family, FamilyState
from models.records.municipality import Municipality
from models.records.staff import Staff
from models.rules.deletion_rules import DeletionRule, rule_of, rules_for
from models.rules.rights import Right, may
from models.store.hidden import fetch
from models.values.act import Role
from models.values.dates import local_day
from models.values.deletion_protocol import DeletionProtocol, ProtocolLine
from resources.catalogue import fill

MOST = 500


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as a choice: `open_from` is the first day it can be carried out."""

    id: str
    provision: str
    text: str
    open_from: date | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class DeletionRow:
    """One line of the protocol: what kind of thing, by which rule, by whom; nothing of what it said."""

    id: UUID
    record: str
    object_id: UUID
    rule: str
    provision: str
    reference: str
    proposed_by: str
    proposed_by_id: UUID
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    carried_out: bool
    backups_gone_by: datetime | None
    counts: Mapping[str, int]
    # what it is called, while somebody has to decide
    title: str = ""


def deletable_kind(found: Record) -> str:
    """The kind as the rules call it: a draft letter is another thing than a paper received."""
    if isinstance(found, Document) and found.state is DocumentState.DRAFT:
        return "draft_document"
    if isinstance(found, Family) and found.binned_at is None and found.state is FamilyState.CLOSED:
        return "closed_family"
    return str(found.__tablename__)


def rules_open_to(found: Record, today: date) -> tuple[DeletionRule, ...]:
    """The rules by which it may be proposed today."""
    return rules_for(deletable_kind(found), today)


def rules_of(session: Session, record: str, id: UUID, today: date, language: str) -> tuple[RuleRow, ...]:
    """The rules for one thing in the bin, in words."""
    kind = next((one for one in Record.__subclasses__() if one.__tablename__ == record), None)
    found = fetch(session, kind, id) if kind else None
    if found is None:
        return ()
    binned_on = local_day(found.binned_at) if found.binned_at else None
    closed_on = found.closed_on if isinstance(found, Family) else None
    return tuple(
        RuleRow(
            id=rule.id,
            provision=rule.provision[language],
            text=rule.text[language],
            open_from=rule.open_from(binned_on, closed_on),
            confirmed=rule.confirmed,
        )
        for rule in rules_open_to(found, today)
    )


def may_propose(session: Session, roles: frozenset[Role], staff_id: UUID, family_id: UUID) -> bool:
    """Whether this person may propose it: the coordinating unit, or the coordinator whose family it is."""
    if not may(roles, Right.WORK_WITH_FAMILY):
        return False
    family = fetch(session, Family, family_id)
    return Role.COORDINATING_UNIT in roles or (family is not None and family.responsible_id == staff_id)


def may_propose_here(session: Session, staff_id: UUID, record: str, id: UUID) -> bool:
    """The same for one thing, before the window offers it."""
    kind = next((one for one in Record.__subclasses__() if one.__tablename__ == record), None)
    found = fetch(session, kind, id) if kind else None
    family_id = id if record == "family" else getattr(found, "family_id", None)
    return isinstance(family_id, UUID) and may_propose(session, roles_of(session, staff_id), staff_id, family_id)


def proposal_for(session: Session, id: UUID, language: str) -> DeletionRow | None:
    """The proposal about one thing that nobody has decided yet."""
    found = session.exec(select(Deletion).where(Deletion.object_id == id, col(Deletion.decided_at).is_(None))).first()
    return _row(session, found, language) if found else None


def deletions(session: Session, language: str) -> tuple[DeletionRow, ...]:
    """The protocol, newest first: what waits, what was deleted, what was said no to."""
    found = session.exec(select(Deletion).order_by(col(Deletion.proposed_at).desc()).limit(MOST)).all()
    return tuple(_row(session, one, language) for one in found)


def deletion_list(session: Session, staff_id: UUID, language: str) -> tuple[DeletionRow, ...]:
    """The same with the names of what waits, for the one who proposed it and those who may decide."""
    decides = may(roles_of(session, staff_id), Right.DELETE)
    return tuple(
        replace(row, title=_called(session, row)) if decides or row.proposed_by_id == staff_id else row
        for row in deletions(session, language)
    )


def _called(session: Session, row: DeletionRow) -> str:
    kind = next((one for one in Record.__subclasses__() if one.__tablename__ == row.record), None)
    found = fetch(session, kind, row.object_id) if kind and row.decided_at is None else None
    return title_of(found) if found else ""


def deletion_protocol(session: Session, now: datetime, language: str) -> DeletionProtocol:
    """What was carried out, as it is printed."""
    office = session.exec(select(Municipality)).first()
    done = [one for one in deletions(session, language) if one.carried_out]
    return DeletionProtocol(
        language=language,
        municipality=office.name if office else "",
        made_at=now,
        practice=office.practice if office else False,
        lines=tuple(_line(one, language) for one in done),
    )


def _line(one: DeletionRow, language: str) -> ProtocolLine:
    assert one.decided_at is not None
    assert one.backups_gone_by is not None
    return ProtocolLine(
        what=fill(f"waste_bin.kind.{one.record}", language),
        provision=one.provision,
        reference=one.reference,
        proposed_by=one.proposed_by,
        proposed_at=one.proposed_at,
        decided_by=one.decided_by,
        decided_at=one.decided_at,
        rows=sum(one.counts.values()),
        gone_by=one.backups_gone_by,
    )


def _row(session: Session, one: Deletion, language: str) -> DeletionRow:
    proposer, decider = (session.get(Staff, id) if id else None for id in (one.proposed_by_id, one.decided_by_id))
    rule = rule_of(one.rule)
    return DeletionRow(
        id=one.id,
        record=one.record,
        object_id=one.object_id,
        rule=one.rule,
        provision=rule.provision[language] if rule else one.rule,
        reference=one.reason,
        proposed_by=proposer.name if proposer else "",
        proposed_by_id=one.proposed_by_id,
        proposed_at=one.proposed_at,
        decided_by=decider.name if decider else "",
        decided_at=one.decided_at,
        carried_out=one.carried_out,
        backups_gone_by=one.backups_gone_by,
        counts=json.loads(one.counts),
    )
