# SPDX-License-Identifier: MIT
"""Gathers a letter of the office's own, the letters the municipality has ready, and who may sign them."""

from dataclasses import replace
from uuid import UUID

from sqlmodel import Session, select

from models.queries.letter_envelope import body_of
from models.queries.office_texts import office_text_versions, office_texts
from models.records.document import Document
from models.records.municipality import Municipality
from models.records.office_text import OfficeTextKind
from models.records.staff import Staff
from models.values.letter import Envelope
from models.values.own_letter import HEADING, TEXT, OwnLetter
from models.values.signer import Signer, read_signers, signer_of


def own_letter(session: Session, document: Document, envelope: Envelope) -> OwnLetter:
    """The letter over the newest version of its template; one in the other målform only begins empty."""
    about, sender = body_of(document).about, envelope.sender
    slot = about.get("template", "")
    ready = office_text_versions(session, slot, document.language)[:1] if slot else ()
    texts = envelope.own_texts | {key: text for one in ready for key, text in ((HEADING, one.title), (TEXT, one.text))}
    signer = signer_of(about["signer"]) if about.get("signer") else Signer(sender.caseworker, sender.caseworker_title)
    return OwnLetter(replace(envelope, own_texts=texts), signer.name, signer.title)


def signers(session: Session, staff_id: UUID) -> tuple[Signer, ...]:
    """Who may sign: whoever writes, the leader, and the others an administrator has named; each once."""
    municipality = session.exec(select(Municipality)).one()
    staff = session.get(Staff, staff_id)
    found = [
        *([Signer(staff.name, staff.title)] if staff else ()),
        Signer(municipality.leader_name, municipality.leader_title),
        *read_signers(municipality.other_signers),
    ]
    return tuple(dict.fromkeys(one for one in found if one.name))


def templates(session: Session, language: str) -> tuple[tuple[str, str, str], ...]:
    """Slot, name and usual recipient of each letter the municipality has ready, by its name in this målform first."""
    found: dict[str, tuple[str, str, str]] = {}
    for one in sorted(office_texts(session, OfficeTextKind.TEMPLATE), key=lambda one: one.language != language):
        found.setdefault(one.slot, (one.slot, one.name, one.addressee))
    return tuple(sorted(found.values(), key=lambda one: one[1].casefold()))
