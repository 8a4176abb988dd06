# SPDX-License-Identifier: MIT
"""A meeting as other calendars may know of it: when and where, and nobody's name."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """`uid` stays the same as long as the meeting does; a higher `sequence` replaces what was read before."""

    uid: str
    summary: str
    starts_at: datetime
    made_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    description: str = ""
    sequence: int = 0
    cancelled: bool = False
