# SPDX-License-Identifier: MIT
"""Meetings as an .ics file (RFC 5545) that any calendar reads: Norwegian time, stable ids, nothing personal."""

from collections.abc import Iterable
from datetime import timedelta
from typing import cast

from icalendar import Calendar, Component, Event

from models.values.calendar_event import CalendarEvent
from models.values.dates import OSLO

USUAL_LENGTH = timedelta(hours=1)
# The rule since 1996, written as a rule: lists of dates, as libraries write them, are misread by some calendars.
TIME_ZONE = b"""\
BEGIN:VTIMEZONE
TZID:Europe/Oslo
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def calendar_file(events: Iterable[CalendarEvent]) -> bytes:
    """The file's bytes; the time zone's rules stand in it, so that summer time is right everywhere."""
    calendar = Calendar()
    calendar.add("prodid", "-//Laget//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(Component.from_ical(TIME_ZONE))
    for one in events:
        calendar.add_component(_event(one))
    return cast("bytes", calendar.to_ical())


def _event(one: CalendarEvent) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", one.made_at)
    event.add("dtstart", one.starts_at.astimezone(OSLO))
    event.add("dtend", (one.ends_at or one.starts_at + USUAL_LENGTH).astimezone(OSLO))
    event.add("summary", one.summary)
    event.add("sequence", one.sequence)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    if one.place:
        event.add("location", one.place)
    if one.description:
        event.add("description", one.description)
    return event
