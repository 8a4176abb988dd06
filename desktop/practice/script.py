# SPDX-License-Identifier: MIT
"""The practice families as they are told in resources/demo: who, and what happened on which day."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby

from models.values.dates import OSLO, add_months, is_working_day
from models.values.national_id import SYNTHETIC_MONTH, check_digits
from resources import path

Values = dict[str, object]
# «@2y6m» is two years and six months ago, «@40d» forty days ago, «@+30d» in thirty days, «@day» the step's own day.
WHEN = re.compile(r"@(\+?)(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)d)?")
MORNING = time(8, 40)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: in which family, when, by whom, and what was written."""

    family: str
    do: str
    at: datetime
    by: str
    values: Values

    def text(self, name: str) -> str:
        """A word or text of the step, empty when it has none."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else str(value)

    def table(self, name: str) -> Values:
        """A part of the step with its own fields."""
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            raise TypeError(f"{self.family}: {name} is no table")
        return value

    def without(self, *names: str) -> Values:
        """What is left for the draft."""
        return {name: value for name, value in self.values.items() if name not in names}


@dataclass(frozen=True, slots=True)
class Script:
    """Everything the practice vault is made of, with the dates counted from today."""

    municipality: Values
    staff: Mapping[str, Values]
    passphrase: str
    shows: Mapping[str, str]
    steps: tuple[Step, ...]


def read_script(today: date) -> Script:
    """The practice families as if they had been worked with until today."""
    frame = tomllib.loads(path("demo", "mellomvik.toml").read_text("utf-8"))
    shows: dict[str, str] = {}
    steps: list[Step] = []
    for file in sorted(path("demo", "families").glob("*.toml")):
        told = tomllib.loads(file.read_text("utf-8"))
        shows[file.stem] = told["shows"]
        steps += [_step(file.stem, number, entry, today) for number, entry in enumerate(told["step"])]
    # The journal of the vault runs forward: the families' days are woven together.
    steps.sort(key=lambda step: (step.at.date(), step.family, step.at))
    return Script(frame["municipality"], frame["staff"], frame["passphrase"], shows, _one_after_another(steps))


def _step(family: str, number: int, entry: Values, today: date) -> Step:
    day = _when(str(entry["day"]), today, today)
    moment = datetime.combine(day, MORNING, OSLO) + timedelta(minutes=number)
    values = {name: _resolved(value, today, day) for name, value in entry.items() if name not in ("do", "day", "by")}
    if values.get("national_id") == "@id":
        values["national_id"] = synthetic_number(values["born_on"], number=len(family))
    return Step(family, str(entry["do"]), moment, str(entry.get("by", "ingrid")), values)


def _one_after_another(steps: list[Step]) -> tuple[Step, ...]:
    """What happened on one day happened a few minutes apart, also across families: the log's clock never goes back."""
    days = groupby(steps, key=lambda step: step.at.date())
    return tuple(
        replace(step, at=datetime.combine(day, MORNING, OSLO) + timedelta(minutes=3 * number))
        for day, on_day in days
        for number, step in enumerate(on_day)
    )


def _resolved(value: object, today: date, day: date) -> object:
    if isinstance(value, str) and value != "@id" and value.startswith("@"):
        return _when(value, today, day)
    if isinstance(value, dict):
        return {name: _resolved(inner, today, day) for name, inner in value.items()}
    return value.strip() if isinstance(value, str) else value


def _when(token: str, today: date, day: date) -> date:
    if token == "@day":
        return day
    found = WHEN.fullmatch(token)
    if found is None:
        raise ValueError(token)
    years, months, days = (int(found[part] or 0) for part in (2, 3, 4))
    sign = 1 if found[1] else -1
    there = add_months(today, sign * (12 * years + months)) + sign * timedelta(days=days)
    # Only people's own days fall on any day of the week; the office works on working days.
    return there if years else _working_day(there)


def _working_day(day: date) -> date:
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def synthetic_number(born_on: object, number: int) -> str:
    """A number that no register will ever give out: eighty is added to the month."""
    if not isinstance(born_on, date):
        raise TypeError("a national id needs a birth date")
    start = f"{born_on.day:02}{born_on.month + SYNTHETIC_MONTH:02}{born_on.year % 100:02}"
    for individual in range(500 + number, 1000):
        if checked := check_digits(f"{start}{individual}"):
            return f"{start}{individual}{checked}"
    raise ValueError(start)
