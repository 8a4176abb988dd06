# SPDX-License-Identifier: MIT
"""Gathers what has happened to a family for its timeline on paper: when, what and who; never what a note says."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlmodel import Session

from models.queries.happenings import Happening, happenings
from models.queries.recipients import any_protected
from models.records.document import Document, DocumentKind
from models.records.family import Family
from models.values.letter import Envelope
from models.values.overview_paper import FamilyTimeline, TimelineLine
from resources.catalogue import fill

# The whole of a family's time; the first page of the family shows only the newest.
ALL = 100_000
# Whom a call or a hand-over was with tells where somebody lives.
TELLS_WHERE = frozenset({"note", "transfer"})
# The days a family remembers; calls and letters stand in the list alone.
MARKED = frozenset({"enquiry", "determination", "appointment", "appeal", "transfer"})


def timeline(session: Session, document: Document, envelope: Envelope) -> FamilyTimeline:
    """Every day up to the day of the paper."""
    family = session.get_one(Family, document.family_id)
    return FamilyTimeline(
        envelope, family.name, tuple(_lines(session, family.id, envelope.dated_on, envelope.language))
    )


def _lines(session: Session, family_id: UUID, today: date, language: str) -> Iterator[TimelineLine]:
    hidden = any_protected(session, family_id)
    for one in happenings(session, family_id, ALL):
        if one.on <= today:
            who = "" if hidden and one.kind in TELLS_WHERE else one.who
            yield TimelineLine(one.on, _words(session, one, language, hidden), who, one.kind in MARKED)


def _words(session: Session, one: Happening, language: str, hidden: bool) -> str:
    if one.kind != "document":
        key = f"{one.kind}.{one.detail}" if one.detail else one.kind
        return fill(f"family.happened.{key}", language)
    paper = session.get_one(Document, one.id)
    kind = fill(f"documents.kind.{paper.kind}", language)
    if paper.kind is DocumentKind.RECEIVED:
        return kind if hidden else f"{kind}: {paper.title}"
    return f"{fill(f'family.document.{one.detail}', language)}: {kind}"
