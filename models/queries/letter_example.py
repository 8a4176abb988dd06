# SPDX-License-Identifier: MIT
"""The envelope of an example: the municipality's own paper around an invented family."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models.queries.letter_envelope import RESTRICTED, law_for, sender_of
from models.queries.letter_values import sender_values
from models.queries.office_texts import own_edition, own_paragraphs
from models.rules.cooperation import cooperation_reference
from models.rules.law import provision_ids
from models.values.dates import local_day
from models.values.letter import Envelope
from resources.catalogue import fill

SECTOR, NOT_KNOWN = "school", "…"


def example_envelope(session: Session, staff_id: UUID, now: datetime, language: str) -> Envelope:
    """As a letter of today would look, to somebody who does not exist."""
    law = law_for(session, now)
    sender = sender_of(session, staff_id, language)
    said = {name: fill(f"letters_example.{name}", language) for name in ("recipient", "address", "family")}
    basis = (reference.text for reference in law.references(RESTRICTED, language))
    envelope = Envelope(
        language=language,
        dated_on=local_day(now),
        made_at=now,
        sender=sender,
        recipient=(said["recipient"], said["address"], *sender.address_lines[-1:]),
        number=f"{now:%Y}-001",
        law=(*law.references(tuple(provision_ids()), language), cooperation_reference(law, SECTOR, language)),
        law_edition=law.edition,
        restricted_basis=", jf. ".join(basis),
        own_texts=own_paragraphs(session, language),
        own_edition=own_edition(session),
    )
    return replace(envelope, fields=_values(envelope, said["family"]))


def _values(envelope: Envelope, family: str) -> dict[str, str]:
    """Every field of a letter to a family, with something in each: what is empty here is not always empty."""
    language, sender = envelope.language, envelope.sender
    names = {name: fill(f"letters_example.{name}", language) for name in ("child", "child_called", "coordinator")}
    found = sender_values(envelope) | {
        **names,
        "family": fill("letters.family_called", language, name=family),
        "coordinator_title": sender.caseworker_title,
        "coordinator_phone": sender.phone,
        "coordinator_email": sender.email,
    }
    return {id: value or NOT_KNOWN for id, value in found.items()}
