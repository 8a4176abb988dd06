# SPDX-License-Identifier: MIT
"""What the pictures of a plan show: who is around a child, what happens in a year, and how far goals have come."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

MeasureStatus = Literal["planned", "running", "reached", "review", "ended"]
Nearness = Literal["near", "municipality", "specialist", "other"]


@dataclass(frozen=True, slots=True)
class Around:
    """A service or a person around the child; `people` is whom the family meets there."""

    name: str
    people: str
    kind: Nearness


@dataclass(frozen=True, slots=True)
class Network:
    """A child and everyone around it; families first, then services."""

    child: str
    age: str
    around: tuple[Around, ...]


@dataclass(frozen=True, slots=True)
class YearEvent:
    """What happens on a day, in few words."""

    on: date
    what: str


@dataclass(frozen=True, slots=True)
class YearLine:
    """What happens from one day to another; `today` is marked when it lies between them."""

    from_on: date
    to_on: date
    today: date
    events: tuple[YearEvent, ...]


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A goal, where it stands, and where each of its measures stands."""

    title: str
    status: MeasureStatus
    measures: tuple[MeasureStatus, ...]
