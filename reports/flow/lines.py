# SPDX-License-Identifier: MIT
"""Breaking words into lines, with hyphens where a long word would leave a hole or not fit at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.structure import ORNAMENT, Artifact, Element, Owner
from reports.right_to_left import joined, mirrored, order, parted, runs_right_to_left, starts_right
from reports.style import Type, Weight
from reports.text import SOFT_HYPHEN, seams, syllables

# A word, and where it may break without a hyphen: «barne-ungdom» and «og/eller» do after the sign between letters.
_WORD = re.compile("[^ \n]+")
_AFTER_SIGN = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_]{2})")
# A word that would fit the next line breaks at a seam only, and only before a hole this large.
_HOLE = 0.4
_LONG = 14
# The last part of a compound is no longer than this.
_LAST_PART = 16

# Longer texts are seldom the same twice.
_MEMORABLE = 2000
# What is longer is no word of any language, and may break here.
_LONGEST = 400

# Where a type ends in the text, and the weight and size of it.
_Set = tuple[tuple[int, Weight, float], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Where words lead, and the element that says so."""

    element: Element
    url: str
    words: str


@dataclass(slots=True)
class Stretch:
    """Words set in one type; in a link they lead somewhere."""

    text: str
    type: Type
    owner: Owner
    link: Link | None = None


@dataclass(slots=True)
class Line:
    """What stands on one line, from left to right."""

    stretches: list[Stretch]
    left: float = 0

    def paint(self, canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None = None) -> None:
        """Write the line with its base line here; `owner` makes it furniture that is read once only."""
        x += self.left
        for stretch in self.stretches:
            kind = stretch.type
            end = canvas.say(x, y, stretch.text, kind, owner or stretch.owner)
            if stretch.link and not owner:
                words = font(kind.weight).width(stretch.text.rstrip(), kind.size)
                canvas.rule(x, y - kind.size * 0.14, words, 0.6, kind.colour)
                rectangle = (x, y - kind.size * 0.3, end, y + kind.size * 0.9)
                canvas.link(stretch.link.element, rectangle, stretch.link.url, stretch.link.words)
            x = end


def broken(stretches: Sequence[Stretch], measure: float) -> list[Line]:
    """The lines of a paragraph that is this wide."""
    for stretch in stretches:
        font(stretch.type.weight).check(stretch.text)
    text = "".join(stretch.text for stretch in stretches)
    if not runs_right_to_left(text):
        return _lines(stretches, measure)
    lines, from_right = _lines(_shaped(stretches), measure), starts_right(text)
    # A name alone in a list or table stays at the left, where its neighbours are; running text begins at the right.
    edge = measure if from_right and len(lines) > 1 else 0.0
    return [_turned(line, edge, from_right=from_right) for line in lines]


def lines_of(text: str, kind: Type, measure: float) -> list[str]:
    """What stands on each line, as it is written."""
    lines = _lines(_shaped([Stretch(text, kind, ORNAMENT)]), measure)
    return [parted("".join(stretch.text for stretch in line.stretches)).rstrip(" ") for line in lines]


def _shaped(stretches: Sequence[Stretch]) -> list[Stretch]:
    forms = font("Regular").forms
    return [Stretch(joined(one.text, forms), one.type, one.owner, one.link) for one in stretches]


def _lines(stretches: Sequence[Stretch], measure: float) -> list[Line]:
    text, kinds, end = "", [], 0
    for stretch in stretches:
        text += stretch.text
        end += len(stretch.text)
        kinds.append((end, stretch.type.weight, stretch.type.size))
    breaking = _broken if end < _MEMORABLE else _broken.__wrapped__
    return [_line(stretches, text, *line) for line in breaking(text, tuple(kinds), measure)]


def _turned(line: Line, edge: float, *, from_right: bool) -> Line:
    """The line as it is set from left to right; what is turned is still read as it was written."""
    text = "".join(stretch.text for stretch in line.stretches)
    whose = [stretch for stretch in line.stretches for _ in stretch.text]
    found, width = [], 0.0
    for _, run in groupby(order(text, from_right=from_right), key=lambda place: id(whose[place[0]])):
        places = list(run)
        one = whose[places[0][0]]
        shown = "".join(mirrored(text[at]) if turned else text[at] for at, turned in places)
        read = parted("".join(text[at] for at, _ in sorted(places)))
        owner = one.owner
        if read != shown and isinstance(owner, Element):
            owner = Element("Span", owner, read=read)
        found.append(Stretch(shown, one.type, owner, one.link))
        width += font(one.type.weight).width(shown, one.type.size)
    return Line(found, edge - width if edge else 0)


def _line(stretches: Sequence[Stretch], text: str, start: int, end: int, hyphen: str) -> Line:
    if start == end:
        return Line([])
    if len(stretches) == 1:
        (one,) = stretches
        return Line([Stretch(text[start:end] + hyphen, one.type, one.owner, one.link)])
    found, begin = [], 0
    for one in stretches:
        stop = begin + len(one.text)
        if begin < end and stop > start:
            words = text[max(begin, start) : min(stop, end)] + (hyphen if stop >= end else "")
            found.append(Stretch(words, one.type, one.owner, one.link))
        begin = stop
    return Line(found)


# Most of what letters say, they all say.
@lru_cache(maxsize=4096)
def _broken(text: str, kinds: _Set, measure: float) -> tuple[tuple[int, int, str], ...]:
    found: list[tuple[int, int, str]] = []
    start = 0
    for line in text.split("\n"):
        found += _Filling(text, kinds, measure).lines(start, start + len(line))
        start += len(line) + 1
    return tuple(found)


class _Filling:
    """Fills lines with words; a line is where it begins and ends in the text, and the hyphen that ends it."""

    def __init__(self, text: str, kinds: _Set, measure: float) -> None:
        # A column beside others may be left with no room at all: then each letter has a line of its own.
        self.text, self.kinds, self.measure = text, kinds, max(measure, 0.0) + 0.01

    def lines(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The lines of what has no line end in it."""
        begin = stop = -1
        used = 0.0
        for first, last in self._words(start, end):
            gap = self._width(stop, first) if begin >= 0 else 0.0
            wide = self._width(first, last)
            while used + gap + wide > self.measure:
                cut = self._cut(first, last, wide, self.measure - used - gap, started=begin >= 0)
                if cut:
                    yield begin if begin >= 0 else first, cut[0], cut[1]
                    first = cut[0]
                    wide = self._width(first, last)
                else:
                    # The space after a line keeps its last word apart from the first of the next, for those who listen.
                    yield begin, first, ""
                begin, used, gap = -1, 0.0, 0.0
            if begin < 0:
                begin = first
            used, stop = used + gap + wide, last
        yield (begin, stop, "") if begin >= 0 else (start, start, "")

    def _words(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for word in _WORD.finditer(self.text, start, end):
            first, last = word.span()
            while last - first > _LONGEST:
                yield first, first + _LONGEST
                first += _LONGEST
            for sign in _AFTER_SIGN.finditer(self.text, first, last):
                yield first, sign.start()
                first = sign.start()
            yield first, last

    def _width(self, start: int, end: int) -> float:
        if len(self.kinds) == 1:
            _, weight, size = self.kinds[0]
            return font(weight).width(self.text[start:end], size)
        wide, begin = 0.0, 0
        for stop, weight, size in self.kinds:
            if begin < end and stop > start:
                wide += font(weight).width(self.text[max(begin, start) : min(stop, end)], size)
            begin = stop
        return wide

    def _cut(self, first: int, last: int, wide: float, room: float, *, started: bool) -> tuple[int, str] | None:
        """Where a word breaks to fit in the room: before a hole if it is long, and anyhow if it fits no line."""
        too_long = wide > self.measure
        if not too_long and (last - first < _LONG or room < self.measure * _HOLE):
            return None
        fits, left = first, room
        while fits < last and (left := left - self._width(fits, fits + 1)) >= 0:
            fits += 1
        word = self.text[first : min(last, fits + _LAST_PART)]
        hyphen = max(font(weight).width(SOFT_HYPHEN, size) for _, weight, size in self.kinds)
        for places in (seams(word), syllables(word) if too_long else ()):
            for place in reversed(places):
                if self._width(first, first + place) + hyphen <= room:
                    return first + place, SOFT_HYPHEN
        return (max(fits, first + 1), "") if too_long and not started else None
