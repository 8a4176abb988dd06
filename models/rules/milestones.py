# SPDX-License-Identifier: MIT
"""Birthdays and transitions that change who decides or what comes next (R27, R61)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.values.dates import add_days, add_months, add_years, birthday

BIRTHDAYS = {7: "pbrl_4_4", 12: "pbrl_4_4", 15: "bvl_12_3", 16: "pbrl_4_3", 18: "hol_7_2a"}
SCHOOL_START, LOWER_SECONDARY, UPPER_SECONDARY = 6, 13, 16
ADULT = 18


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that comes with age: `key` is turns_7 … turns_18, before_18, or a step at school."""

    key: str
    on: date
    basis: str | None = None


def milestones(born_on: date) -> tuple[Milestone, ...]:
    """All of them in the order they come."""
    turning = [Milestone(f"turns_{age}", birthday(born_on, age), basis) for age, basis in BIRTHDAYS.items()]
    school = (
        Milestone("school_start", date(born_on.year + SCHOOL_START, 8, 15), "oppll_4_7"),
        Milestone("lower_secondary", date(born_on.year + LOWER_SECONDARY, 8, 15)),
        # With a decision on adapted education the application is due on 1 February, else on 1 March.
        Milestone("upper_secondary_application", date(born_on.year + UPPER_SECONDARY, 2, 1)),
        Milestone("upper_secondary_ordinary", date(born_on.year + UPPER_SECONDARY, 3, 1)),
        Milestone("upper_secondary", date(born_on.year + UPPER_SECONDARY, 8, 15)),
    )
    before_18 = Milestone("before_18", add_months(birthday(born_on, 17), 6), "vgml_20")
    return tuple(sorted((*turning, *school, before_18), key=lambda found: found.on))


def milestones_between(born_on: date, first: date, last: date) -> tuple[Milestone, ...]:
    """Those from the first day to the last, both counted."""
    return tuple(found for found in milestones(born_on) if first <= found.on <= last)


def prepares_for_adulthood(born_on: date, today: date) -> bool:
    """Whether the time to plan for 18 has come: a year and a half is what verge and adult services take (R62)."""
    return add_months(birthday(born_on, ADULT), -18) <= today < birthday(born_on, ADULT)


def coming_milestones(born_on: date, today: date, days: int) -> tuple[Milestone, ...]:
    """Those of today and of so many days ahead."""
    return milestones_between(born_on, today, today + timedelta(days=days))


def birth_windows(today: date, ahead: Mapping[str, int], usually: int) -> Iterator[tuple[date, date]]:
    """Between which birth dates somebody has a milestone coming; a little wide, never too narrow."""
    for age in BIRTHDAYS:
        last = add_days(today, ahead.get(f"turns_{age}", usually))
        yield add_days(add_years(today, -age), -1), add_days(add_years(last, -age), 1)
    half = add_months(today, -6)
    yield add_days(add_years(half, -17), -2), add_days(add_years(half, -17), ahead.get("before_18", usually) + 2)
    school = {
        "school_start": SCHOOL_START,
        "lower_secondary": LOWER_SECONDARY,
        "upper_secondary": UPPER_SECONDARY,
        "upper_secondary_application": UPPER_SECONDARY,
        "upper_secondary_ordinary": UPPER_SECONDARY,
    }
    for key, age in school.items():
        last = add_days(today, ahead.get(key, usually))
        yield date(today.year - age, 1, 1), date(last.year - age, 12, 31)
