# SPDX-License-Identifier: MIT
"""Reading a time of day the way people type it: 13, 1330, 13.30, «kl. 9»."""

import re
from datetime import date, datetime, time
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from models.values.dates import OSLO
from models.values.typed import clean_line


def read_time(typed: str) -> time | None:
    """The time of day that was meant, or None."""
    found = re.fullmatch(r"(?:kl\.?\s*)?(\d{1,2})(?:\s*[:.,]?\s*(\d{2}))?", clean_line(typed).casefold())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _clock(typed: object) -> object:
    if typed is None or isinstance(typed, time):
        return typed
    text = clean_line(typed)
    if not text:
        return None
    found = read_time(text)
    if found is None:
        raise PydanticCustomError("typed.no_such_time", "typed.no_such_time")
    return found


Clock: TypeAlias = Annotated[time | None, BeforeValidator(_clock)]


def in_norway(day: date, at: time) -> datetime:
    """That time of day in Norway."""
    return datetime.combine(day, at, OSLO)
