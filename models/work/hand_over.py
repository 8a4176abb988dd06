# SPDX-License-Identifier: MIT
"""One or more families to another coordinator or municipality in one encrypted file; the receipt makes it final."""

import json
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session, col, select

from models.records.family import Family, FamilyState
from models.records.municipality import Municipality
from models.records.person import AddressProtection, Person
from models.records.transfer import Transfer, TransferDirection
from models.records.vault_identity import VaultIdentity
from models.rules.protection import is_graded
from models.store import age_file
from models.store.handover_archive import listed_parts, packed
from models.store.identity import ensure_identity, own_identity, public_of, receipt_key
from models.store.keyfile import SCHEMA
from models.store.meaning import note
from models.values.act import Act, Role
from models.values.handover import FORMAT, MOST_FAMILIES, FamilyTold, Manifest, Origin, read_receipt
from models.values.passphrase import propose
from models.values.refusal import Refusal, Refusals
from models.values.typed import Day, Line, Reason, RequiredName, Text, gives_reason
from models.work.by_right import by_right
from models.work.handover_writing import Written, written
from models.work.reach import reach_family, revise
from models.work.register_family import municipality_language

Write = Callable[[bytes], object]
At = Callable[[int, int], object]
_ADDRESS = re.compile(r"age1[02-9ac-hj-np-z]{20,}")
LEAST_WORDS, PROPOSED_WORDS = 4, 6


class Way(StrEnum):
    """What opens the file."""

    KEY = "key"
    PASSPHRASE = "passphrase"


class Whereto(StrEnum):
    """Whether the family leaves the municipality."""

    INSIDE = "inside"
    OUTSIDE = "outside"


class HandOverDraft(BaseModel):
    """To whom, on what consent, and how the file is closed."""

    receiver_name: RequiredName
    whereto: Whereto | None = None
    receiver_municipality: Line = ""
    consent_on: Day = None
    consent_told: Text = ""
    with_addresses: bool = False
    address_reason: Line = ""
    way: Way = Way.KEY
    receiver_key: Text = ""
    passphrase: Line = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who makes a file, with which program, and when."""

    name: str
    program: str
    at: datetime


class TakeBackDraft(BaseModel):
    """Why a family that was handed over is worked with here again."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file that is made and sealed, and as yet neither written nor logged."""

    draft: HandOverDraft
    manifest: Manifest
    content: bytes


@by_right
def check_hand_over(session: Session, act: Act, family_ids: Sequence[UUID], draft: HandOverDraft) -> Sender:
    """Refuse what may not be sent, before anything is made; gives who sends."""
    _allowed(session, act, family_ids, draft)
    return Sender(act.name, act.program or "Laget", act.now)


def sealed_file(
    session: Session, sender: Sender, family_ids: Sequence[UUID], draft: HandOverDraft, at: At = lambda *_: None
) -> Sealed:
    """The file in memory, made from one view of the vault beside whoever works on; `at` may stop it."""
    identity = own_identity(session)
    assert identity is not None, "made when the sender was checked"
    ordered, language = sorted(dict.fromkeys(family_ids)), municipality_language(session)
    steps = len(ordered) + 2
    parts = []
    for done, id in enumerate(ordered):
        at(done, steps)
        parts.append(written(session, id, language, with_addresses=draft.with_addresses))
    at(len(ordered), steps)
    office = session.exec(select(Municipality)).first()
    manifest = _manifest(sender, draft, parts, identity, office.name if office else "")
    content = packed(manifest, _together(parts), bytes.fromhex(identity.signing))
    at(len(ordered) + 1, steps)
    if draft.way is Way.KEY:
        sealed = age_file.sealed_to_key(content, address_in(draft.receiver_key))
    else:
        sealed = age_file.sealed_with_passphrase(content, draft.passphrase)
    at(steps, steps)
    return Sealed(draft, manifest, sealed)


@by_right
def hand_over(session: Session, act: Act, file: Sealed, write: Write) -> UUID:
    """Log what is sent and hand the file to `write`; nothing is logged as sent when it could not be written."""
    draft = file.draft
    graded = _allowed(session, act, [family.id for family in file.manifest.families], draft)
    transfers = [_kept(session, act, draft, file.manifest, told) for told in file.manifest.families]
    if draft.with_addresses:
        for person in graded:
            reason = draft.address_reason
            note(session, act, "person.address_revealed", person.family_id, person.id, reason=reason)
    session.flush()
    write(file.content)
    return transfers[0]


def _allowed(session: Session, act: Act, family_ids: Sequence[UUID], draft: HandOverDraft) -> list[Person]:
    """Those with a protected address in what may be sent."""
    families = [reach_family(session, act, id, closed_too=True) for id in dict.fromkeys(family_ids)]
    graded = [person for family in families for person in _graded(session, family.id)]
    _check(act, families, graded, draft, age_file.address_of(ensure_identity(session, act).opening))
    return graded


def address_in(pasted: str) -> str:
    """The receiver's key in what was pasted, with or without words around it; empty when there is none."""
    found = _ADDRESS.search("".join(pasted.split()))
    return found[0] if found else ""


def propose_words() -> str:
    """Random words that are easy to say on the phone."""
    return propose(PROPOSED_WORDS)


@by_right
def enter_receipt(session: Session, act: Act, transfer_id: UUID, typed: str) -> int:
    """The receiver has taken the families in: what the receipt names is read-only here; gives how many."""
    sent = session.get(Transfer, transfer_id)
    if sent is None or sent.direction is not TransferDirection.SENT:
        raise Refusal("transfer.refused.receipt_of_another", "receipt")
    reach_family(session, act, sent.family_id, closed_too=True, read_only=True)
    file = _of_file(session, sent.file_id)
    taken = read_receipt(typed, receipt_key(ensure_identity(session, act), sent.file_id), sent.file_id, len(file))
    if taken is None:
        raise Refusal("transfer.refused.receipt_of_another", "receipt")
    accepted = [one for one, was_taken in zip(file, taken, strict=True) if was_taken]
    for one in accepted:
        _close(session, act, one, typed)
    return len(accepted)


@by_right
def take_back(session: Session, act: Act, family_id: UUID, draft: TakeBackDraft) -> UUID:
    """Work with a family that was handed over again, for a reason."""
    family = reach_family(session, act, family_id, closed_too=True, read_only=True)
    if family.state is not FamilyState.HANDED_OVER:
        raise Refusal("transfer.refused.not_handed_over")
    revise(family, {"state": FamilyState.OPEN, "closed_on": None, "closed_reason": ""})
    note(session, act, what="transfer.taken_back", family_id=family.id, reason=draft.reason)
    return family.id


def _check(
    act: Act, families: Sequence[Family], graded: Sequence[Person], draft: HandOverDraft, own_address: str
) -> None:
    strict = any(person.address_protection is AddressProtection.STRICT for person in graded)
    if strict and Role.COORDINATING_UNIT not in act.roles:
        raise Refusal("family.refused.sealed")
    found = []
    if not families:
        found.append(Refusal("transfer.refused.no_family"))
    if len(families) > MOST_FAMILIES:
        found.append(Refusal("transfer.refused.too_many", n=MOST_FAMILIES))
    found += [*_check_consent(act, draft), *_check_way(draft, own_address)]
    if draft.with_addresses and graded and not gives_reason(draft.address_reason):
        found.append(Refusal("transfer.refused.address_reason", "address_reason"))
    if found:
        raise Refusals(found)


def _check_consent(act: Act, draft: HandOverDraft) -> list[Refusal]:
    if draft.whereto is None:
        return [Refusal("transfer.refused.whereto", "whereto")]
    found = []
    if draft.consent_on and draft.consent_on > act.today:
        found.append(Refusal("transfer.refused.consent_in_future", "consent_on"))
    if draft.whereto is Whereto.OUTSIDE:
        if not draft.receiver_municipality:
            found.append(Refusal("transfer.refused.municipality", "receiver_municipality"))
        if not draft.consent_on:
            found.append(Refusal("transfer.refused.consent_missing", "consent_on", basis="hpl_22"))
        if not draft.consent_told:
            found.append(Refusal("transfer.refused.consent_untold", "consent_told", basis="hpl_22"))
    return found


def _check_way(draft: HandOverDraft, own_address: str) -> list[Refusal]:
    if draft.way is Way.PASSPHRASE:
        few = len(draft.passphrase.split()) < LEAST_WORDS
        return [Refusal("transfer.refused.passphrase", "passphrase", n=LEAST_WORDS)] if few else []
    address = address_in(draft.receiver_key)
    if not address or not age_file.reads_as_address(address):
        return [Refusal("transfer.refused.receiver_key", "receiver_key")]
    return [Refusal("transfer.refused.own_key", "receiver_key")] if address == own_address else []


def _graded(session: Session, family_id: UUID) -> list[Person]:
    people = session.exec(select(Person).where(col(Person.family_id) == family_id)).all()
    return [person for person in people if is_graded(person.address_protection.value)]


def _manifest(
    sender: Sender, draft: HandOverDraft, parts: Sequence[Written], identity: VaultIdentity, municipality: str
) -> Manifest:
    file_id = os.urandom(16).hex()
    return Manifest(
        format=FORMAT,
        schema_number=SCHEMA,
        program=sender.program,
        file_id=file_id,
        receipt_key=receipt_key(identity, file_id),
        made_at=sender.at,
        origin=Origin(name=sender.name, municipality=municipality, public=public_of(identity)),
        receiver_name=draft.receiver_name,
        receiver_municipality=draft.receiver_municipality,
        leaves_municipality=draft.whereto is Whereto.OUTSIDE,
        consent_on=draft.consent_on,
        consent_told=draft.consent_told,
        families=tuple(one.told for one in parts),
        parts=listed_parts(_together(parts)),
    )


def _together(parts: Sequence[Written]) -> dict[str, bytes]:
    return {path: content for one in parts for path, content in one.parts.items()}


def _kept(session: Session, act: Act, draft: HandOverDraft, manifest: Manifest, told: FamilyTold) -> UUID:
    transfer = Transfer(
        family_id=told.id,
        direction=TransferDirection.SENT,
        file_id=manifest.file_id,
        other_name=draft.receiver_name,
        other_municipality=draft.receiver_municipality,
        leaves_municipality=manifest.leaves_municipality,
        consent_on=draft.consent_on,
        consent_told=draft.consent_told,
        counts=json.dumps(told.counts),
        done_at=act.now,
    )
    session.add(transfer)
    note(session, act, what="transfer.exported", family_id=told.id, object_id=transfer.id)
    return transfer.id


def _of_file(session: Session, file_id: str) -> list[Transfer]:
    """The families of one file in the order of its receipt."""
    sent = select(Transfer).where(col(Transfer.file_id) == file_id, Transfer.direction == TransferDirection.SENT)
    return sorted(session.exec(sent).all(), key=lambda one: one.id)


def _close(session: Session, act: Act, sent: Transfer, typed: str) -> None:
    if sent.receipt:
        return
    revise(sent, {"receipt": "".join(typed.split()).upper(), "receipt_at": act.now})
    family = session.get_one(Family, sent.family_id)
    if family.state is not FamilyState.MERGED:
        revise(family, {"state": FamilyState.HANDED_OVER})
    note(session, act, what="transfer.receipt_entered", family_id=family.id, object_id=sent.id)
