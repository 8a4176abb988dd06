# SPDX-License-Identifier: MIT
"""What should be done before a transition, counted backwards from its day (R61, R62): proposals, never a decision."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from models.values.dates import add_months, last_working_day, working_day_from
from resources import path

COORDINATOR, FAMILY = "coordinator", "family"


@dataclass(frozen=True, slots=True)
class SeriesStep:
    """One task of a series: how long before, and who usually does it (a kind of service, the family, or we)."""

    transition: str
    key: str
    who: str
    months: int = 0
    weeks: int = 0
    days: int = 0

    @property
    def text(self) -> str:
        """The key of its words."""
        return f"transition_tasks.{self.transition}.{self.key}"

    def due_on(self, on: date, today: date) -> date:
        """A working day so long before; never after the day itself, and not in the past while that can be helped."""
        ideal = add_months(on, -self.months) - timedelta(weeks=self.weeks, days=self.days)
        latest = last_working_day(on)
        return min(max(last_working_day(ideal), working_day_from(today)), latest)


def steps_of(transition: str) -> tuple[SeriesStep, ...]:
    """The series of a transition in the order it is done; nothing for one that has none."""
    return tuple(step for step in _all() if step.transition == transition)


@cache
def _all() -> tuple[SeriesStep, ...]:
    told = tomllib.loads(path("transitions.toml").read_text("utf-8"))["task"]
    return tuple(SeriesStep(**one) for one in told)
