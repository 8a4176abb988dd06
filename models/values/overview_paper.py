# SPDX-License-Identifier: MIT
"""Papers that give an overview: the services around a child, what has happened, and who does what."""

from dataclasses import dataclass
from datetime import date

from models.values.letter import Envelope
from models.values.picture import Nearness


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service, whom the family meets there, and what it does."""

    service: str
    kind: Nearness
    contact: str = ""
    phone: str = ""
    does: str = ""


@dataclass(frozen=True, slots=True)
class ServicesOverview:
    """The services around a child, as a picture and as a table that says the same."""

    envelope: Envelope
    child: str
    child_called: str
    born_on: date | None
    services: tuple[ServiceLine, ...]


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """What happened on a day, and who did it; `marked` is shown in the picture too."""

    on: date
    what: str
    who: str = ""
    marked: bool = True


@dataclass(frozen=True, slots=True)
class FamilyTimeline:
    """What has happened to a family, oldest first, as a line and as a list."""

    envelope: Envelope
    family: str
    lines: tuple[TimelineLine, ...]


@dataclass(frozen=True, slots=True)
class DutyLine:
    """Something the family can ask about, and whom to call."""

    what: str
    who: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class WhoDoesWhat:
    """One sheet for the fridge: whom to call first, and who does what."""

    envelope: Envelope
    child_called: str
    first: str
    first_phone: str
    first_role: str = ""
    first_when: str = ""
    duties: tuple[DutyLine, ...] = ()
    more_duties: int = 0
