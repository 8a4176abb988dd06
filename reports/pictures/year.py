# SPDX-License-Identifier: MIT
"""The year line: months in a bar, the part gone by darker, and what happens above and below it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.values.date_words import day_and_month, long_date
from models.values.language import words
from models.values.picture import YearEvent, YearLine
from reports.drawn import Band, Disc, Drawing, Ink, Label, Shape, Stroke
from reports.parts import Say, day, speaker
from reports.pictures.lettering import LEADING, Anchor, fitted, stacked, width

_WIDTH, _BAR = 470.0, 16.0
_WHAT, _ON = 9.8, 9.0
_ROOM, _GAP, _STEM = 112.0, 9.0, 12.0
_LANES = 5
# More months than this are told as years.
_MOST_MONTHS, _MOST_CELLS = 14, 24


@dataclass(frozen=True, slots=True)
class _Scale:
    """The days of the bar: cells of months or years, and how far to the right a day stands."""

    cells: tuple[tuple[date, str], ...]
    start: date
    end: date
    monthly: bool

    def x(self, on: date) -> float:
        return _WIDTH * (on - self.start).days / max(1, (self.end - self.start).days)


@dataclass(frozen=True, slots=True)
class _Event:
    """An event with its words set."""

    x: float
    wide: float
    what: list[str]
    on: str
    now: bool

    @property
    def height(self) -> float:
        return (len(self.what) * _WHAT + _ON) * LEADING


@dataclass(frozen=True, slots=True)
class _Spot:
    """An event above or below the bar, in a lane counted from it, with the left edge of its words."""

    event: _Event
    above: bool
    lane: int
    left: float

    @property
    def anchor(self) -> tuple[float, Anchor]:
        """Where its words are held: at an edge of the picture or of their stem, or in their middle."""
        wide = self.event.wide
        if self.left <= 0 or self.left >= self.event.x - 1:
            return self.left, "left"
        if self.left + wide >= _WIDTH:
            return self.left + wide, "right"
        return self.left + wide / 2, "middle"

    def meets(self, other: "_Spot") -> bool:
        """Whether their words meet, or the stem of the farther one goes through the nearer one's words."""
        if self.above != other.above:
            return False
        if self.lane == other.lane:
            return self.left < other.left + other.event.wide + _GAP and other.left < self.left + self.event.wide + _GAP
        far, near = (self, other) if self.lane > other.lane else (other, self)
        return near.left - 3 < far.event.x < near.left + near.event.wide + 3


def year_line(data: YearLine, language: str) -> Drawing:
    """The line from the first month or year to the last; an event without room for its words keeps its dot."""
    say = speaker(language)
    events = tuple(sorted(data.events, key=lambda event: event.on))
    scale = _scale(data, events, language)
    set_events = [_set(event, scale, data.today, language) for event in events]
    if scale.start <= data.today < scale.end and not any(event.now for event in set_events):
        now = _set(YearEvent(data.today, say("letters_picture.now")), scale, data.today, language)
        set_events = sorted([*set_events, now], key=lambda event: event.x)
    placed = _placed(set_events)
    lane = max((event.height for event in set_events), default=0.0) + 6
    over, under = (
        max((each.lane for each in placed if each.above is side), default=0) * lane for side in (True, False)
    )
    top = over + (_STEM if over else 4)
    shapes = [*_bar(scale, data.today, top)]
    for each in placed:
        shapes += _told(each, top, lane)
    alone = [event for event in set_events if not any(each.event is event for each in placed)]
    shapes += [_dot(event, top + _BAR / 2) for event in alone]
    height = top + _BAR + under + (_STEM if under else 4)
    return Drawing(tuple(shapes), _alt(say, data, events, scale), _WIDTH, height)


def _scale(data: YearLine, events: Sequence[YearEvent], language: str) -> _Scale:
    first = min((data.from_on, *(event.on for event in events)))
    last = max((data.to_on, data.from_on, *(event.on for event in events)))
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if count <= _MOST_MONTHS:
        months = [_month(first, number) for number in range(count)]
        names = words(language).months_short
        return _Scale(tuple((on, names[on.month - 1]) for on in months), months[0], _month(first, count), monthly=True)
    years = range(first.year, last.year + 1, (last.year - first.year) // _MOST_CELLS + 1)
    end = date.max if last.year == date.max.year else date(last.year + 1, 1, 1)
    return _Scale(tuple((date(year, 1, 1), str(year)) for year in years), date(first.year, 1, 1), end, monthly=False)


def _month(first: date, further: int) -> date:
    years, month = divmod(first.month - 1 + further, 12)
    return date(first.year + years, month + 1, 1) if first.year + years <= date.max.year else date.max


def _set(event: YearEvent, scale: _Scale, today: date, language: str) -> _Event:
    what = fitted(event.what, _WHAT, _ROOM, 2, bold=True)
    on = (day_and_month if scale.monthly else long_date)(event.on, language)
    wide = max(width(on, _ON), *(width(line, _WHAT, bold=True) for line in what)) + 1
    return _Event(min(max(scale.x(event.on), 4), _WIDTH - 4), wide, what, on, event.on == today)


def _placed(events: Sequence[_Event]) -> list[_Spot]:
    """Words in the middle of their stems; where that is too tight, all to the right of them."""
    middle = _seated(events, lambda event: event.x - event.wide / 2)
    if len(middle) == len(events):
        return middle
    return max(middle, _seated(events[::-1], lambda event: event.x), key=len)


def _seated(events: Sequence[_Event], left: Callable[[_Event], float]) -> list[_Spot]:
    """Each event where it meets no other, alternately above and below, as near the bar as may be."""
    seated: list[_Spot] = []
    above = True
    for event in events:
        at = min(max(left(event), 0.0), _WIDTH - event.wide)
        spots = [_Spot(event, side, lane, at) for lane in range(1, _LANES + 1) for side in (above, not above)]
        free = next((spot for spot in spots if not any(spot.meets(other) for other in seated)), None)
        if free:
            seated.append(free)
            above = not free.above
    return sorted(seated, key=lambda spot: spot.event.x)


def _bar(scale: _Scale, today: date, top: float) -> Iterator[Shape]:
    share = min(1.0, max(0.0, scale.x(today) / _WIDTH))
    yield Band(0, top, _WIDTH, _BAR, "TINT", share)
    edges = [*(scale.x(on) for on, _ in scale.cells), _WIDTH]
    for (_, name), left, right in zip(scale.cells, edges, edges[1:], strict=False):
        if left:
            yield Stroke(left, top, left, top + _BAR, "WHITE", 1.2)
        if width(name, 9) <= right - left - 3:
            yield Label((left + right) / 2, top + 11.2, name, 9, "NAVY", anchor="middle")


def _told(placed: _Spot, top: float, lane: float) -> Iterator[Shape]:
    """The stem, the dot on the bar's edge, and the words at the stem's end."""
    event, ink = placed.event, _ink(placed.event)
    edge = top if placed.above else top + _BAR
    away = _STEM + (placed.lane - 1) * lane
    end = edge - away if placed.above else edge + away
    yield Stroke(event.x, edge, event.x, end, ink, 1.1)
    yield _dot(event, edge)
    y = end - event.height - 1 if placed.above else end + 1
    x, anchor = placed.anchor
    yield from stacked(event.what, x, y, _WHAT, "AMBER" if event.now else "NAVY", bold=True, anchor=anchor)
    yield from stacked([event.on], x, y + len(event.what) * _WHAT * LEADING, _ON, "MUTE", anchor=anchor)


def _dot(event: _Event, y: float) -> Disc:
    return Disc(event.x, y, 3.2, "AMBER" if event.now else "WHITE", _ink(event), 1.3)


def _ink(event: _Event) -> Ink:
    return "AMBER" if event.now else "TEAL"


def _alt(say: Say, data: YearLine, events: Sequence[YearEvent], scale: _Scale) -> str:
    said = [say("letters_picture.year", start=day(data.from_on), end=day(data.to_on))]
    said += [f"{day(event.on)}: {event.what}." for event in events]
    if scale.start <= data.today < scale.end:
        said.append(say("letters_picture.year_now", day=day(data.today)))
    return " ".join(said)
