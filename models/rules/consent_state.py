# SPDX-License-Identifier: MIT
"""How a consent stands on a day: asked for, refused, valid, soon over, run out or withdrawn (R29, R30)."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.values.dates import add_days, birthday

# Days before the end when somebody is told; a question without an answer is asked again after fourteen.
TOLD_BEFORE = (60, 30, 0)
ANSWER_WITHIN = 14
# Those who go on speaking for somebody who has come of age; a parent does not (vergemålsloven § 16).
SPEAK_FOR_GROWN_UP = frozenset({"youth", "guardian", "representative"})


class ConsentState(StrEnum):
    """One word for how it stands; those that end soon are valid too."""

    ASKED = "asked"
    REFUSED = "refused"
    VALID = "valid"
    ENDS_60 = "ends_60"
    ENDS_30 = "ends_30"
    ENDS_0 = "ends_0"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


HOLDING = frozenset({ConsentState.VALID, ConsentState.ENDS_60, ConsentState.ENDS_30, ConsentState.ENDS_0})
OVER = frozenset({ConsentState.REFUSED, ConsentState.EXPIRED, ConsentState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class ConsentDays:
    """The days of one consent; `own_ends` are the services' own, where they have one.

    `childhood_ends` is the last day before eighteen, when nobody signed who speaks for a grown-up.
    """

    given_on: date | None = None
    refused_on: date | None = None
    withdrawn_on: date | None = None
    expires_on: date | None = None
    own_ends: Collection[date | None] = field(default=())
    childhood_ends: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day it lets anybody know anything; None as long as there is no end."""
        whole = earliest(self.expires_on, self.childhood_ends)
        ends = [earliest(whole, own) for own in self.own_ends] or [whole]
        return None if None in ends else max(end for end in ends if end)


def state_of(days: ConsentDays, today: date) -> ConsentState:
    """A refusal is an answer as good as a yes; a withdrawal counts from the same day."""
    if days.refused_on is not None:
        return ConsentState.REFUSED
    if days.withdrawn_on is not None and days.withdrawn_on <= today:
        return ConsentState.WITHDRAWN
    if days.given_on is None or days.given_on > today:
        return ConsentState.ASKED
    return ends_in(days.last_day, today)


def ends_in(last_day: date | None, today: date) -> ConsentState:
    """How a consent that was given stands, by its last day alone."""
    if last_day is None:
        return ConsentState.VALID
    left = (last_day - today).days
    if left < 0:
        return ConsentState.EXPIRED
    if left == 0:
        return ConsentState.ENDS_0
    return ConsentState.ENDS_30 if left <= 30 else ConsentState.ENDS_60 if left <= 60 else ConsentState.VALID


def answer_due(asked_on: date) -> date:
    """When one asks again, kindly."""
    return add_days(asked_on, ANSWER_WITHIN)


def birthday_since(born_on: date, given_on: date, today: date, ages: Collection[int]) -> int | None:
    """The newest of these birthdays turned since the consent was given; else None."""
    turned = [age for age in ages if given_on < birthday(born_on, age) <= today]
    return max(turned, default=None)


def childhood_end(born_on: date | None, capacities: Collection[str]) -> date | None:
    """The last day a consent holds that only others than the young have signed."""
    if born_on is None or SPEAK_FOR_GROWN_UP.intersection(capacities):
        return None
    return add_days(birthday(born_on, 18), -1)


def earliest(*days: date | None) -> date | None:
    """The first of those that are days; None when none is."""
    return min((day for day in days if day), default=None)
