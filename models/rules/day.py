# SPDX-License-Identifier: MIT
"""How pressing something is today: over its deadline, today, within a week, later, or waiting without a date."""

from datetime import date, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)
HORIZON = timedelta(days=60)
# So long nothing may be heard of a family with a coordinator before Min dag asks (R80; peers, idea 29): as long as the
# municipality has not chosen, and what it may choose.
SILENT_DAYS, SHORTEST_SILENCE, LONGEST_SILENCE = 60, 14, 365


class Press(StrEnum):
    """The headings of Min dag, in their order."""

    OVER = "over"
    TODAY = "today"
    WEEK = "week"
    WAITING = "waiting"
    LATER = "later"


def press(due_on: date | None, today: date) -> Press | None:
    """Under which heading it stands; None when it lies too far ahead to be shown."""
    if due_on is None:
        return Press.WAITING
    if due_on < today:
        return Press.OVER
    if due_on == today:
        return Press.TODAY
    if due_on <= today + WEEK:
        return Press.WEEK
    return Press.LATER if due_on <= today + HORIZON else None


def needs_today(due_on: date | None, today: date) -> bool:
    """Whether it counts as work for today."""
    return due_on is not None and due_on <= today
