# SPDX-License-Identifier: MIT
"""The municipality's own texts: which hold now, every version there has been, and who wrote each."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from models.records.office_text import OfficeText, OfficeTextKind
from models.records.staff import Staff


@dataclass(frozen=True, slots=True)
class OfficeTextRow:
    """One version, and who wrote it."""

    id: UUID
    kind: OfficeTextKind
    slot: str
    language: str
    number: int
    in_use: bool
    name: str
    title: str
    text: str
    addressee: str
    shipped: str
    created_at: datetime
    written_by: str = ""


_OWN = frozenset(OfficeTextRow.__slots__) - {"written_by"}


def office_text_versions(session: Session, slot: str, language: str) -> tuple[OfficeTextRow, ...]:
    """Every version of one text in one language, the newest first."""
    found = session.exec(
        select(OfficeText, Staff.name)
        .join(Staff, col(Staff.id) == col(OfficeText.written_by_id), isouter=True)
        .where(OfficeText.slot == slot, OfficeText.language == language)
        .order_by(col(OfficeText.number).desc())
    )
    return tuple(_row(one, writer) for one, writer in found)


def office_texts(session: Session, kind: OfficeTextKind) -> tuple[OfficeTextRow, ...]:
    """The texts that hold now, in both languages: the newest of each, unless it says that none is in use."""
    newest = (
        select(func.max(OfficeText.number))
        .where(OfficeText.kind == kind)
        .group_by(OfficeText.slot, OfficeText.language)
    )
    found = session.exec(
        select(OfficeText, Staff.name)
        .join(Staff, col(Staff.id) == col(OfficeText.written_by_id), isouter=True)
        .where(col(OfficeText.number).in_(newest), col(OfficeText.in_use))
        .order_by(OfficeText.name, OfficeText.slot)
    )
    return tuple(_row(one, writer) for one, writer in found)


def own_paragraphs(session: Session, language: str) -> dict[str, str]:
    """The municipality's texts in the place of ours, by the key of ours."""
    found = office_texts(session, OfficeTextKind.PARAGRAPH)
    return {one.slot: one.text for one in found if one.language == language}


def own_template(session: Session, slot: str, language: str) -> OfficeTextRow | None:
    """The letter the municipality has written under this slot, in this language."""
    found = office_texts(session, OfficeTextKind.TEMPLATE)
    return next((one for one in found if (one.slot, one.language) == (slot, language)), None)


def own_edition(session: Session) -> int:
    """The number of the newest change to the municipality's texts; 0 when it has changed nothing."""
    return session.exec(select(func.max(OfficeText.number))).one() or 0


def _row(one: OfficeText, writer: str | None) -> OfficeTextRow:
    return OfficeTextRow(**one.model_dump(include=set(_OWN)), written_by=writer or "")
