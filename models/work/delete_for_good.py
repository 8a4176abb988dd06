# SPDX-License-Identifier: MIT
"""Deletion for good: by a rule, proposed by one person, carried out by another, with a protocol without content."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, SQLModel, col, or_, select

from models.queries.deletions import deletable_kind, may_propose, rules_open_to
from models.queries.let_in import let_in_by
from models.records.base import Record
from models.records.deletion import Deletion
from models.records.document import Document, DocumentContent
from models.records.family import Family, FamilyState
from models.records.listing import FamilyListing
from models.records.merge import ChildMove, FamilyMerge
from models.records.note import ContactNote
from models.rules.deletion_rules import rule_of
from models.rules.rights import TABLE, Right
from models.rules.rotation import gone_by
from models.store.erase import erase
from models.store.hidden import BIN_TOO, fetch
from models.store.meaning import note
from models.values.act import Act
from models.values.dates import local_day
from models.values.refusal import Refusal
from models.values.typed import Line
from models.work.by_right import by_right
from models.work.revert import kinds

Doomed = dict[type[SQLModel], list[UUID]]


class DeletionDraft(BaseModel):
    """By which rule, and the number of the case where the leave was given or the rule confirmed; no names."""

    rule: str = ""
    reference: Line = ""


@by_right
def propose_deletion(session: Session, act: Act, record: str, id: UUID, draft: DeletionDraft) -> UUID:
    """Somebody else is asked to delete it; nothing happens before she does."""
    found = _thing(session, record, id)
    if not may_propose(session, act.roles, act.staff_id, _family_of(found)):
        raise Refusal("family.refused.sealed")
    rule = next((one for one in rules_open_to(found, act.today) if one.id == draft.rule), None)
    if rule is None:
        raise Refusal("deletion_refused.no_rule", field="rule")
    if not draft.reference:
        raise Refusal("deletion_refused.reference_missing", field="reference")
    if waiting(session, id) is not None:
        raise Refusal("deletion_refused.already_proposed")
    proposal = Deletion(
        record=record,
        object_id=id,
        rule=rule.id,
        reason=draft.reference,
        proposed_by_id=act.staff_id,
        proposed_at=act.now,
    )
    session.add(proposal)
    session.flush()
    note(session, act, what="deletion.proposed", family_id=_family_of(found), object_id=proposal.id, record=record)
    return proposal.id


@by_right
def reject_deletion(session: Session, act: Act, deletion_id: UUID) -> UUID:
    """Whoever proposed it takes it back, or the one who was asked says no; it stays where it is."""
    proposal = _open(session, deletion_id)
    if act.staff_id != proposal.proposed_by_id:
        act.require(*TABLE[Right.DELETE])
    proposal.decided_by_id, proposal.decided_at = act.staff_id, act.now
    found = fetch(session, kinds()[proposal.record], proposal.object_id)
    family_id = _family_of(found) if found else None
    session.flush()
    note(session, act, what="deletion.rejected", family_id=family_id, object_id=proposal.id)
    return proposal.id


@by_right
def carry_out_deletion(session: Session, act: Act, deletion_id: UUID) -> UUID:
    """Delete it for good; never by the person who proposed it."""
    proposal = _open(session, deletion_id)
    if proposal.proposed_by_id == act.staff_id:
        raise Refusal("deletion_refused.same_person")
    found = _thing(session, proposal.record, proposal.object_id)
    _refuse_too_early(proposal, found, act.today)
    _refuse_one_as_two(session, proposal, act.staff_id)
    family_id = _family_of(found)
    doomed = _doomed(session, found)
    _loosen(session, doomed)
    proposal.counts = json.dumps(erase(session, doomed))
    proposal.decided_by_id, proposal.decided_at, proposal.carried_out = act.staff_id, act.now, True
    proposal.backups_gone_by = gone_by(act.now)
    session.flush()
    note(session, act, what="deletion.carried_out", family_id=family_id, object_id=proposal.id)
    return proposal.id


def waiting(session: Session, id: UUID) -> Deletion | None:
    """The proposal that nobody has decided yet."""
    return session.exec(select(Deletion).where(Deletion.object_id == id, col(Deletion.decided_at).is_(None))).first()


def _open(session: Session, deletion_id: UUID) -> Deletion:
    proposal = session.get(Deletion, deletion_id)
    if proposal is None or proposal.decided_at is not None:
        raise Refusal("deletion_refused.decided")
    return proposal


def _thing(session: Session, record: str, id: UUID) -> Record:
    kind = kinds().get(record)
    found = fetch(session, kind, id) if kind else None
    if found is None:
        raise Refusal("bin_refused.gone")
    if found.binned_at is None and deletable_kind(found) != "closed_family":
        raise Refusal("deletion_refused.not_in_bin")
    return found


def _refuse_too_early(proposal: Deletion, found: Record, today: date) -> None:
    rule = rule_of(proposal.rule)
    if rule is None or deletable_kind(found) not in rule.kinds:
        raise Refusal("deletion_refused.no_rule")
    binned_on = local_day(found.binned_at) if found.binned_at else None
    opens = rule.open_from(binned_on, found.closed_on if isinstance(found, Family) else None)
    if opens is None or today < opens:
        raise Refusal("deletion_refused.too_early", when=opens or today)


def _refuse_one_as_two(session: Session, proposal: Deletion, decider_id: UUID) -> None:
    """Who lets another in chooses her first passphrase, and may be both: that makes no second person."""
    rule = rule_of(proposal.rule)
    since = proposal.proposed_at - timedelta(days=rule.wait_days if rule else 0)
    pair = (proposal.proposed_by_id, decider_id)
    if any(other in let_in_by(session, one, since) for one, other in (pair, pair[::-1])):
        raise Refusal("deletion_refused.one_as_two")


def _doomed(session: Session, found: Record) -> Doomed:
    """Everything that goes: rows by kind, what hangs on it included."""
    doomed: Doomed = {}
    for kind, id in _all_of(session, found):
        ids = doomed.setdefault(kind, [])
        if id not in ids:
            ids.append(id)
    papers = doomed.get(Document, [])
    if papers:
        doomed[DocumentContent] = list(papers)
    return doomed


def _all_of(session: Session, found: Record) -> Iterator[tuple[type[SQLModel], UUID]]:
    yield type(found), found.id
    match found:
        case Family():
            yield FamilyListing, found.id
            for kind in kinds().values():
                if kind is not Family:
                    yield from ((kind, id) for id in _ids(session, kind, "family_id", found.id))
            yield from ((FamilyMerge, id) for id in _ids(session, FamilyMerge, "merged_id", found.id))
            yield from ((ChildMove, id) for id in _ids(session, ChildMove, "from_family_id", found.id))
            for merged in session.exec(
                select(Family).where(Family.merged_into_id == found.id, Family.state == FamilyState.MERGED),
                execution_options=BIN_TOO,
            ):
                yield from _all_of(session, merged)
        case ContactNote():
            yield from ((ContactNote, id) for id in _ids(session, ContactNote, "corrects_id", found.id))
        case Document():
            yield from ((Document, id) for id in _ids(session, Document, "scan_of_id", found.id))
        case _:
            yield from ((ChildMove, id) for id in _ids(session, ChildMove, "person_id", found.id))
            yield from ((Document, id) for id in _ids(session, Document, "determination_id", found.id))


def _ids(session: Session, kind: type[Record], column: str, id: UUID) -> list[UUID]:
    found = session.exec(select(kind.id).where(getattr(kind, column) == id), execution_options=BIN_TOO)
    return list(found)


def _loosen(session: Session, doomed: Doomed) -> None:
    """What stays and points at what goes forgets where it pointed, or stops the deletion when it cannot."""
    for kind in kinds().values():
        for column in kind.__table__.columns:  # type: ignore[attr-defined]
            for key in column.foreign_keys:
                gone = [id for one, ids in doomed.items() if one.__tablename__ == key.column.table.name for id in ids]
                stay = col(kind.id).not_in(doomed.get(kind, []))
                asked = select(kind).where(or_(*(column == id for id in gone)), stay) if gone else None
                for record in session.exec(asked, execution_options=BIN_TOO).all() if asked is not None else ():
                    if not column.nullable:
                        raise Refusal("deletion_refused.more_hangs_on_it")
                    setattr(record, column.name, None)
    session.flush()


def _family_of(found: Record) -> UUID:
    family_id = found.id if isinstance(found, Family) else getattr(found, "family_id", None)
    assert isinstance(family_id, UUID)
    return family_id
