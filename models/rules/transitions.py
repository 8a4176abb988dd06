# SPDX-License-Identifier: MIT
"""The transitions of one child: computed from its birth date, moved, added or taken away by hand (R61)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.rules.milestones import milestones
from models.values.dates import add_years

# What no birth date tells of; several of each may come in a childhood.
ADDED = ("hospital_home", "moves_municipality", "other")
# A child that starts school a year later, or earlier, comes so much later to all that follows.
AFTER_SCHOOL_START = (
    "lower_secondary",
    "upper_secondary_application",
    "upper_secondary_ordinary",
    "upper_secondary",
)


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day somebody has set; None: it does not come for this child."""

    id: UUID
    key: str
    on: date | None
    title: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """One transition; `computed_on` is where it would lie by itself, `own` what somebody has said of it."""

    key: str
    on: date | None
    computed_on: date | None = None
    own: OwnDay | None = None

    @property
    def id(self) -> str:
        """What tells it from the child's others."""
        return str(self.own.id) if self.own and self.key in ADDED else self.key

    @property
    def is_own(self) -> bool:
        """Whether it lies elsewhere than it would by itself, or was added."""
        return self.own is not None and self.own.on != self.computed_on


def transitions_of(born_on: date | None, own: Sequence[OwnDay]) -> tuple[Transition, ...]:
    """All of them in the order they come; those that do not come stand last."""
    found = [*_computed(born_on, own), *(Transition(one.key, one.on, own=one) for one in own if one.key in ADDED)]
    return tuple(sorted(found, key=lambda one: (one.on or date.max, one.key)))


def _computed(born_on: date | None, own: Sequence[OwnDay]) -> Iterator[Transition]:
    said = {one.key: one for one in own}
    years = _later(born_on, said.get("school_start"))
    for step in milestones(born_on) if born_on else ():
        computed_on = add_years(step.on, years) if step.key in AFTER_SCHOOL_START else step.on
        mine = said.get(step.key)
        yield Transition(step.key, mine.on if mine else computed_on, computed_on, mine)


def _later(born_on: date | None, start: OwnDay | None) -> int:
    """How many years later than usual the child begins at school."""
    if born_on is None or start is None or start.on is None:
        return 0
    usual = next(step.on for step in milestones(born_on) if step.key == "school_start")
    return start.on.year - usual.year
