# SPDX-License-Identifier: MIT
"""Puts something into the waste bin and takes it out again; nothing is deleted here."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.records.base import Record
from models.records.determination import Determination, DeterminationState
from models.records.document import Document, DocumentKind, DocumentState
from models.records.enquiry import Enquiry
from models.records.family import Family, FamilyState
from models.records.note import ContactNote
from models.rules.bin_rules import BinFacts, BinReason, why_not_binned
from models.store.hidden import BIN_TOO, fetch
from models.store.meaning import note
from models.values.act import Act, Role
from models.values.refusal import Refusal
from models.work.by_right import by_right
from models.work.decide import open_draft
from models.work.reach import reach_family
from models.work.revert import kinds
from models.work.write_note import is_mendable
from resources.catalogue import fill

REASON_CODES = frozenset(one.value for one in BinReason)
# What may be chosen for each kind; the rules may still say no.
REASONS = {
    "family": (BinReason.MISTAKE, BinReason.DUPLICATE),
    "person": (BinReason.MISTAKE, BinReason.WRONG_FAMILY, BinReason.DUPLICATE),
    "contactnote": (BinReason.WRONG_FAMILY, BinReason.MISTAKE, BinReason.DUPLICATE),
    "document": (BinReason.WRONG_FAMILY, BinReason.MISTAKE, BinReason.DUPLICATE, BinReason.NOT_NEEDED),
    "determination": (BinReason.NOT_NEEDED, BinReason.MISTAKE),
    "enquiry": (BinReason.MISTAKE, BinReason.WRONG_FAMILY, BinReason.DUPLICATE),
}


class BinDraft(BaseModel):
    """Why it goes into the bin."""

    reason: BinReason


@by_right
def put_in_bin(session: Session, act: Act, record: str, id: UUID, draft: BinDraft) -> UUID:
    """Out of every list from now on; it can be taken out again until somebody deletes it by rule."""
    found = _in_view(session, record, id)
    family = reach_family(session, act, _family_of(found), closed_too=record != "family")
    refused = why_not_binned(_facts(session, act, record, found), draft.reason)
    if refused:
        raise Refusal(refused, field="reason")
    # The log keeps words, not codes.
    _bin(session, act, found, family.id, fill(f"waste_bin.reason.{draft.reason}", family.language))
    return found.id


@by_right
def take_out_of_bin(session: Session, act: Act, record: str, id: UUID) -> UUID:
    """Back to where it was, with what went along."""
    kind = kinds().get(record)
    found = fetch(session, kind, id) if kind else None
    if found is None or found.binned_at is None:
        raise Refusal("bin_refused.not_in_bin")
    family_id = _family_of(found)
    if isinstance(found, Family):
        _reach_binned(act, found)
    else:
        _refuse_without_family(session, family_id)
        reach_family(session, act, family_id, closed_too=True)
    if isinstance(found, Determination) and open_draft(session, family_id) is not None:
        raise Refusal("right_refused.another_draft")
    along, moment = list(_goes_along(session, found, found.binned_at)), found.binned_at
    for one in (found, *along):
        if one.binned_at == moment:
            one.binned_at = None
    session.flush()
    note(session, act, what="bin.restored", family_id=family_id, object_id=found.id, record=record)
    return found.id


@by_right
def put_back_in_bin(session: Session, act: Act, record: str, id: UUID, reason: str) -> UUID:
    """The inverse of taking out: it lies there again with its former reason, whatever the rules say by now."""
    found = _in_view(session, record, id)
    family = reach_family(session, act, _family_of(found), closed_too=True)
    words = fill(f"waste_bin.reason.{reason}", family.language) if reason in REASON_CODES else reason
    _bin(session, act, found, family.id, words)
    return found.id


def has_papers(session: Session, family_id: UUID) -> bool:
    """Whether letters were finished or an avgjørelse made: then the family is part of what must be kept."""
    letters = select(Document.id).where(
        Document.family_id == family_id,
        Document.state != DocumentState.DRAFT,
        Document.kind.not_in((DocumentKind.RECEIVED, DocumentKind.ACCESS_LOG)),  # type: ignore[attr-defined]
    )
    decided = select(Determination.id).where(
        Determination.family_id == family_id, Determination.state != DeterminationState.DRAFT
    )
    return any(session.exec(asked, execution_options=BIN_TOO).first() is not None for asked in (letters, decided))


def _bin(session: Session, act: Act, found: Record, family_id: UUID, reason: str) -> None:
    for one in (found, *_goes_along(session, found)):
        one.binned_at = act.now
    session.flush()
    kind = str(found.__tablename__)
    note(session, act, what="bin.binned", family_id=family_id, object_id=found.id, reason=reason, record=kind)


def _in_view(session: Session, record: str, id: UUID) -> Record:
    kind = kinds().get(record)
    found = session.get(kind, id) if kind else None
    if found is None:
        raise Refusal("bin_refused.gone")
    return found


def _facts(session: Session, act: Act, record: str, found: Record) -> BinFacts:
    papers = has_papers(session, _family_of(found)) if record in ("family", "person") else False
    match found:
        case ContactNote():
            own = found.author_id == act.staff_id and is_mendable(found.created_at, act.now)
            return BinFacts(record, own_within_a_day=own)
        case Document():
            return BinFacts(
                record, draft=found.state is DocumentState.DRAFT, received=found.kind is DocumentKind.RECEIVED
            )
        case Determination():
            return BinFacts(record, draft=found.state is DeterminationState.DRAFT)
        case Enquiry():
            return BinFacts(record, answered=bool(found.answered_on or found.interim_reply_on))
        case _:
            return BinFacts(record, papers=papers)


def _goes_along(session: Session, found: Record, binned_at: datetime | None = None) -> Iterator[Record]:
    """What hangs on it: a family's everything, an avgjørelse's letters, a note's corrections, a letter's scans."""
    match found:
        case Family():
            wanted = [(kind, "family_id") for name, kind in kinds().items() if name != "family"]
        case Determination():
            wanted = [(Document, "determination_id")]
        case ContactNote():
            wanted = [(ContactNote, "corrects_id")]
        case Document():
            wanted = [(Document, "scan_of_id")]
        case _:
            wanted = []
    for kind, column in wanted:
        asked = select(kind).where(getattr(kind, column) == found.id, col(kind.binned_at) == binned_at)
        yield from session.exec(asked, execution_options=BIN_TOO).all()


def _family_of(found: Record) -> UUID:
    family_id = found.id if isinstance(found, Family) else getattr(found, "family_id", None)
    assert isinstance(family_id, UUID)
    return family_id


def _reach_binned(act: Act, family: Family) -> None:
    """A family in the bin stands in no list: it is its handler's, or the unit's."""
    act.require(Role.COORDINATOR, Role.COORDINATING_UNIT)
    if Role.COORDINATING_UNIT not in act.roles and family.responsible_id != act.staff_id:
        raise Refusal("family.refused.sealed")


def _refuse_without_family(session: Session, family_id: UUID) -> None:
    family = fetch(session, Family, family_id)
    if family is None or family.binned_at is not None or family.state is FamilyState.MERGED:
        raise Refusal("bin_refused.family_first")
