# SPDX-License-Identifier: MIT
"""Numbers on paper: one neutral series a year for letters and avgjørelser alike, such as 2026-014."""

from datetime import date

from sqlmodel import Session, col, select

from models.records.determination import Determination
from models.records.document import Document
from models.store.hidden import BIN_TOO


def next_number(session: Session, on: date) -> str:
    """The next number of the year, never used twice, also where the former lies in the bin; it tells nothing."""
    series = f"{on.year}-"
    taken = [
        *session.exec(
            select(Document.number).where(col(Document.number).startswith(series)), execution_options=BIN_TOO
        ),
        *session.exec(
            select(Determination.number).where(col(Determination.number).startswith(series)), execution_options=BIN_TOO
        ),
    ]
    places = (number.removeprefix(series) for number in taken)
    return f"{series}{max((int(place) for place in places if place.isdigit()), default=0) + 1:03d}"
