# SPDX-License-Identifier: MIT
"""What the papers of a hand-over say, made from the opened file before anything is taken in."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from models.queries.access_log import field_in
from models.records.municipality import Municipality
from models.values.letter import AccessLogLine
from models.values.transfer_papers import TransferHistory, TransferReceipt
from models.work.handover_reading import Arrived, HistoryLine

_MOST_LINES = 2000
_MOST_TOLD = 120


def history_papers(session: Session, arrived: Arrived, now: datetime) -> dict[UUID, TransferHistory]:
    """Each family's log from where it was, in words."""
    name, language, practice = _office(session)
    manifest = arrived.manifest
    return {
        family.told.id: TransferHistory(
            language=language,
            municipality=name,
            made_at=now,
            family=family.told.name,
            sender=manifest.origin.name,
            sender_municipality=manifest.origin.municipality,
            consent_on=manifest.consent_on,
            consent_told=manifest.consent_told,
            lines=tuple(_line(line, language) for line in family.history[:_MOST_LINES]),
            practice=practice,
        )
        for family in arrived.families
    }


def receipt_paper(
    session: Session, arrived: Arrived, receiver: str, taken: Collection[UUID], code: str, now: datetime
) -> TransferReceipt:
    """Who took in what, with the code for the sender."""
    name, language, practice = _office(session)
    manifest = arrived.manifest
    return TransferReceipt(
        language=language,
        municipality=name,
        made_at=now,
        receiver=receiver,
        sender=manifest.origin.name,
        sender_municipality=manifest.origin.municipality,
        sent_at=manifest.made_at,
        families=tuple(family.name for family in manifest.families if family.id in taken),
        code=code,
        practice=practice,
    )


def _office(session: Session) -> tuple[str, str, bool]:
    found = session.exec(select(Municipality)).first()
    return (found.name, found.language, found.practice) if found else ("", "nb", False)


def _line(line: HistoryLine, language: str) -> AccessLogLine:
    told = [
        f"{field}: «{_short(before)}» → «{_short(after)}»"
        for name, before, after in line.changes
        if (field := field_in(name, language))
    ]
    return AccessLogLine(
        line.at, line.name, "", ". ".join([line.what, "; ".join(told)] if told else [line.what]), line.reason
    )


def _short(text: str) -> str:
    return text if len(text) <= _MOST_TOLD else f"{text[: _MOST_TOLD - 1]}…"
