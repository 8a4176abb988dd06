# SPDX-License-Identifier: MIT
"""The log on paper, without the values themselves: the innsynslogg a family gets, and what one person has done."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models.queries.access_log import MOST, log_of_family
from models.queries.letter_envelope import RESTRICTED, law_for, sender_of
from models.queries.vault_log import LogSearch, VaultLogRow, vault_log
from models.records.document import Document
from models.records.family import Family
from models.values.dates import local_day
from models.values.letter import AccessLog, AccessLogLine, Envelope, PersonLog


def access_log(session: Session, document: Document, envelope: Envelope) -> AccessLog:
    """Every line up to the letter's moment, newest first."""
    family = session.get_one(Family, document.family_id)
    return AccessLog(
        envelope=envelope,
        family=family.name,
        lines=tuple(
            AccessLogLine(
                row.at, row.name, row.roles_in(document.language), row.told_on_paper(document.language), row.reason
            )
            for row in log_of_family(session, document.family_id)
            if row.at <= envelope.made_at
        ),
    )


def person_log(session: Session, staff_id: UUID, name: str, maker_id: UUID, now: datetime, language: str) -> PersonLog:
    """What one person has done, as far as whoever makes the sheet may read it."""
    law = law_for(session, now)
    basis = (reference.text for reference in law.references(RESTRICTED, language))
    envelope = Envelope(
        language=language,
        dated_on=local_day(now),
        made_at=now,
        sender=sender_of(session, maker_id, language),
        recipient=(),
        law_edition=law.edition,
        restricted_basis=", jf. ".join(basis),
    )
    search = LogSearch(staff_id=staff_id, language=language)
    rows = vault_log(session, maker_id, local_day(now), search, limit=MOST)
    return PersonLog(envelope, name, tuple(_line(row, language) for row in rows))


def _line(row: VaultLogRow, language: str) -> AccessLogLine:
    who = row.name
    return AccessLogLine(row.at, who, row.roles_in(language), row.told_on_paper(language), row.reason, row.family)
