# SPDX-License-Identifier: MIT
"""Families from a hand-over file taken in: every family as the receiver chose, all in one transaction or nothing."""

import json
from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.queries.access import Sight, roles_of, sight
from models.records.appointment import CoordinatorAppointment
from models.records.document import Document, DocumentContent, DocumentKind, DocumentState
from models.records.family import Family, FamilyState
from models.records.person import AddressProtection
from models.records.staff import Staff
from models.records.transfer import Transfer, TransferDirection
from models.records.vault_identity import KnownSender
from models.rules.handover_merge import Kinship
from models.store.belonging import kinds
from models.store.hidden import fetch
from models.store.meaning import note
from models.values.act import Act, Role
from models.values.handover import Manifest, receipt
from models.values.ids import new_id
from models.values.letter import PrintedLetter
from models.values.refusal import Refusal, Refusals
from models.work.by_right import by_right
from models.work.handover_compare import ENDED, RowPlan, compare
from models.work.handover_reading import Arrived, FamilyIncoming
from models.work.reach import revise


class Handling(StrEnum):
    """What the receiver does with one family."""

    TAKE = "take"
    SKIP = "skip"


class FamilyChoice(BaseModel):
    """One family: as new, into a family here, or not; and which of the fields that differ are taken from the file."""

    family_id: UUID
    how: Handling = Handling.TAKE
    target_id: UUID | None = None
    theirs: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()


class TakeInDraft(BaseModel):
    """What becomes of each family, and who is responsible for them from now on."""

    responsible_id: UUID | None = None
    choices: tuple[FamilyChoice, ...] = ()


@by_right
def take_in(
    session: Session, act: Act, arrived: Arrived, draft: TakeInDraft, papers: Mapping[UUID, PrintedLetter]
) -> str:
    """Take in what was chosen; `papers` is each family's history on paper. Gives the receipt."""
    act.require(Role.COORDINATOR, Role.COORDINATING_UNIT)
    choices = {choice.family_id: choice for choice in draft.choices}
    taken = [choices[one.told.id].how is Handling.TAKE for one in arrived.families if one.told.id in choices]
    if len(taken) != len(arrived.families) or not any(taken):
        raise Refusal("transfer.refused.nothing_chosen")
    responsible = session.get(Staff, draft.responsible_id) if draft.responsible_id else None
    if responsible is None or not responsible.active:
        raise Refusals([Refusal("transfer.refused.responsible", "responsible_id")])
    if _strict(arrived, choices) and Role.COORDINATING_UNIT not in roles_of(session, responsible.id):
        raise Refusals([Refusal("transfer.refused.responsible_strict", "responsible_id")])
    for family in arrived.families:
        if choices[family.told.id].how is Handling.TAKE:
            _take(session, act, arrived.manifest, family, choices[family.told.id], responsible.id, papers)
    _remember_sender(session, act, arrived.manifest)
    return receipt(arrived.manifest.receipt_key, arrived.manifest.file_id, tuple(taken))


def _strict(arrived: Arrived, choices: Mapping[UUID, FamilyChoice]) -> bool:
    """Whether a family that is taken in has a strictly confidential address, which the coordinating unit alone sees."""
    return any(
        row.values["address_protection"] is AddressProtection.STRICT
        for family in arrived.families
        if choices[family.told.id].how is Handling.TAKE
        for row in family.rows["person"]
    )


def _take(
    session: Session,
    act: Act,
    manifest: Manifest,
    family: FamilyIncoming,
    choice: FamilyChoice,
    responsible_id: UUID,
    papers: Mapping[UUID, PrintedLetter],
) -> None:
    target = target_of(session, act.staff_id, family, choice.target_id)
    comparison = compare(session, family, target)
    unseen = {conflict.key for conflict in comparison.conflicts} - choice.seen
    if unseen:
        raise Refusal("transfer.refused.look_again")
    people = _colleagues(session, manifest, family)
    for plan in comparison.plans:
        _carry_out(session, plan, people, choice.theirs)
    session.flush()
    here = session.get_one(Family, comparison.target_id)
    revise(here, {"responsible_id": responsible_id})
    if here.state is FamilyState.HANDED_OVER:
        revise(here, {"state": FamilyState.OPEN})
    _end_appointments(session, act, here.id)
    _keep(session, act, manifest, family, here.id, papers.get(family.told.id))


def target_of(session: Session, staff_id: UUID, family: FamilyIncoming, chosen: UUID | None) -> UUID | None:
    """The family here that it is taken into: the same one from before, or the one with the same child."""
    before = fetch(session, Family, family.told.id)
    if before is not None and before.binned_at is not None:
        raise Refusal("transfer.refused.binned_here", family=family.told.name)
    target = before.id if before is not None else chosen
    if target is None:
        return None
    if sight(session, staff_id, target) is not Sight.OPEN:
        raise Refusal("family.refused.sealed")
    here = session.get_one(Family, target)
    if here.state is FamilyState.MERGED:
        raise Refusal("transfer.refused.merged_here", family=family.told.name)
    return target


def _carry_out(session: Session, plan: RowPlan, people: Mapping[UUID, UUID], theirs: frozenset[str]) -> None:
    values = dict(plan.values)
    for column in plan.kind.staff:
        named = values[column]
        values[column] = people.get(named) if isinstance(named, UUID) else None
    fixed = {plan.kind.key, "version", "created_at", "binned_at", "family_id"}
    if plan.kind.name == "family":
        fixed |= {"state", "merged_into_id", "responsible_id"}
    match plan.kinship:
        case Kinship.NEW:
            session.add(plan.kind.record(**values))
        case Kinship.THEIRS_NEWER:
            record = session.get_one(plan.kind.record, plan.id)
            # who wrote, decided or coordinates here is never for a file to say
            fixed |= {column for column in plan.kind.staff if getattr(record, column) is not None}
            _set(record, {name: value for name, value in values.items() if name not in fixed})
        case Kinship.BOTH_CHANGED:
            record = session.get_one(plan.kind.record, plan.id)
            _set(record, {each.field: each.theirs for each in plan.conflicts if each.key in theirs})


def _set(record: object, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        if getattr(record, name) != value:
            setattr(record, name, value)


def _colleagues(session: Session, manifest: Manifest, family: FamilyIncoming) -> dict[UUID, UUID]:
    """Those the rows name in the sender's service: people who cannot act here.

    Nobody of our own is ever taken for one of them, whatever number the file gives, so that no file writes in her name.
    A record of ours that comes home stands here already and keeps who wrote it.
    """
    people: dict[UUID, UUID] = {}
    named = {row.values[column] for name, rows in family.rows.items() for row in rows for column in kinds()[name].staff}
    for one in family.staff:
        if one.id not in named:
            continue
        here = fetch(session, Staff, one.id)
        if here is not None and here.name == one.name and not (here.active or here.roles or here.slot):
            people[one.id] = here.id
            continue
        people[one.id] = _outsider(session, manifest, one.name, one.title, one.id if here is None else new_id())
    return people


def _outsider(session: Session, manifest: Manifest, name: str, title: str, id: UUID) -> UUID:
    service = manifest.origin.municipality
    there = select(Staff).where(col(Staff.name) == name, col(Staff.service) == service, col(Staff.active).is_(False))
    there = there.where(Staff.roles == "", Staff.slot == "")
    found = session.exec(there).first()
    if found is not None:
        return found.id
    session.add(Staff(id=id, name=name, title=title, service=service, active=False))
    session.flush()
    return id


def _end_appointments(session: Session, act: Act, family_id: UUID) -> None:
    """Whoever coordinated there does not here; a new coordinator is appointed by a new avgjørelse."""
    found = session.exec(select(CoordinatorAppointment).where(CoordinatorAppointment.family_id == family_id)).all()
    yesterday = act.today - timedelta(days=1)
    for one in found:
        staff = session.get(Staff, one.staff_id)
        if staff is not None and not staff.active and (one.to_on is None or one.to_on > yesterday):
            revise(one, {"to_on": max(yesterday, one.from_on - timedelta(days=1)), "ended_reason": ENDED})
            note(session, act, what="appointment.ended", family_id=family_id, object_id=one.id)


def _keep(
    session: Session, act: Act, manifest: Manifest, family: FamilyIncoming, here: UUID, paper: PrintedLetter | None
) -> None:
    """The transfer itself, and the history that came with it as a paper among the family's documents."""
    before = select(Transfer).where(
        Transfer.file_id == manifest.file_id,
        Transfer.family_id == here,
        Transfer.direction == TransferDirection.RECEIVED,
    )
    if session.exec(before).first() is not None:
        return
    transfer = Transfer(
        family_id=here,
        direction=TransferDirection.RECEIVED,
        file_id=manifest.file_id,
        other_name=manifest.origin.name,
        other_municipality=manifest.origin.municipality,
        leaves_municipality=manifest.leaves_municipality,
        consent_on=manifest.consent_on,
        consent_told=manifest.consent_told,
        counts=json.dumps(family.told.counts),
        done_at=act.now,
    )
    session.add(transfer)
    if paper is not None:
        _file_paper(session, act, here, paper)
    note(session, act, what="transfer.received", family_id=here, object_id=transfer.id)


def _file_paper(session: Session, act: Act, family_id: UUID, paper: PrintedLetter) -> None:
    from hashlib import sha256

    document = Document(
        family_id=family_id,
        kind=DocumentKind.RECEIVED,
        state=DocumentState.FINAL,
        title=paper.title,
        dated_on=act.today,
        sha256=sha256(paper.content).hexdigest(),
        pages=paper.pages,
        finished_at=act.now,
    )
    session.add(document)
    session.add(DocumentContent(document_id=document.id, content=paper.content))


def _remember_sender(session: Session, act: Act, manifest: Manifest) -> None:
    origin = manifest.origin
    known = session.exec(select(KnownSender).where(KnownSender.public == origin.public)).first()
    if known is None:
        name, municipality = origin.name, origin.municipality
        session.add(KnownSender(public=origin.public, name=name, municipality=municipality, first_seen_on=act.today))
