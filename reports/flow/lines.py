# SPDX-License-Identifier: MIT
"""Breaking words into lines, with hyphens where a long word would leave a hole or not fit at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.pdfa.canvas import Saying, TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.structure import Artifact, Element, Owner
from reports.style import Type
from reports.text import SOFT_HYPHEN, seams, syllables

# A word is what has no place to break; «barne-ungdom» and «og/eller» break after the sign between letters.
_PARTS = re.compile(r"\n| +|[^ \n]+?(?:(?<=[^\W\d_][-–/])(?=[^\W\d_]{2})|(?= |\n|$))")
# A word that would fit the next line breaks at a seam only, and only before a hole this large.
_HOLE = 0.4
_LONG = 14


@dataclass(frozen=True, slots=True)
class Link:
    """Where words lead, and the element that says so."""

    element: Element
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words set in one type; in a link they lead somewhere."""

    text: str
    type: Type
    owner: Owner
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line, from left to right."""

    stretches: tuple[Stretch, ...]

    def paint(self, canvas: TaggedCanvas, x: float, y: float, owner: Artifact | None = None) -> None:
        """Write the line with its base line here; `owner` makes it furniture that is read once only."""
        for stretch in self.stretches:
            width = _width(stretch, stretch.text)
            canvas.say(x, y, [Saying(stretch.text, stretch.type, owner or stretch.owner)])
            if stretch.link and not owner:
                size = stretch.type.size
                canvas.rule(x, y - size * 0.14, _width(stretch, stretch.text.rstrip()), 0.6, stretch.type.colour)
                rectangle = (x, y - size * 0.3, x + width, y + size * 0.9)
                canvas.link(stretch.link.element, rectangle, stretch.link.url, stretch.link.words)
            x += width


@dataclass(frozen=True, slots=True)
class _Word:
    """What must stay together, unless it is longer than the line."""

    parts: tuple[tuple[Stretch, str], ...]
    width: float
    spaced: bool
    starts_line: bool = False

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.parts)


def broken(stretches: Sequence[Stretch], measure: float) -> list[Line]:
    """The lines of a paragraph that is this wide."""
    for stretch in stretches:
        font(stretch.type.weight).check(stretch.text)
    lines: list[Line] = []
    row = _Row()
    waiting = list(_words(stretches))[::-1]
    while waiting:
        word = waiting.pop()
        if word.starts_line:
            lines.append(row.line(spaced=False))
            row = _Row()
        space = row.space if word.spaced else 0.0
        room = measure - row.used - space
        if word.width <= room + 0.01:
            row.add(word, space)
            continue
        halves = _halves(word, room, measure, bool(row.parts))
        if halves:
            row.add(halves[0], space)
        if halves or row.parts:
            lines.append(row.line(spaced=word.spaced and not halves))
            row = _Row()
        rest = halves[1] if halves else word
        waiting.append(_Word(rest.parts, rest.width, spaced=False))
    lines.append(row.line(spaced=False))
    return lines


class _Row:
    """A line being filled."""

    def __init__(self) -> None:
        self.parts: list[tuple[Stretch, str]] = []
        self.used = self.space = 0.0
        self.spacing: Stretch | None = None

    def add(self, word: _Word, space: float) -> None:
        if word.spaced and self.parts:
            last, text = self.parts[-1]
            self.parts[-1] = last, text + " "
            self.used += space
        for stretch, text in word.parts:
            if self.parts and self.parts[-1][0] is stretch:
                self.parts[-1] = stretch, self.parts[-1][1] + text
            else:
                self.parts.append((stretch, text))
        self.used += word.width
        if self.parts and self.spacing is not self.parts[-1][0]:
            self.spacing = self.parts[-1][0]
            self.space = _width(self.spacing, " ")

    def line(self, *, spaced: bool) -> Line:
        """The finished line; a space at its end keeps its last word apart from the next line's first."""
        if self.parts and spaced:
            self.parts[-1] = self.parts[-1][0], self.parts[-1][1] + " "
        return Line(tuple(Stretch(text, of.type, of.owner, of.link) for of, text in self.parts))


def _words(stretches: Sequence[Stretch]) -> Iterator[_Word]:
    parts: list[tuple[Stretch, str]] = []
    spaced = starts = False
    for stretch in stretches:
        for part in _PARTS.findall(stretch.text):
            if part[0] not in " \n":
                parts.append((stretch, part))
                if part[-1] not in "-–/":
                    continue
            if parts:
                yield _word(parts, spaced=spaced, starts=starts)
                spaced = starts = False
            parts = []
            spaced = spaced or part[0] == " "
            if part == "\n":
                if starts:
                    yield _Word((), 0.0, spaced=False, starts_line=True)
                spaced, starts = False, True
    if parts:
        yield _word(parts, spaced=spaced, starts=starts)


def _word(parts: list[tuple[Stretch, str]], *, spaced: bool, starts: bool) -> _Word:
    width = _width(*parts[0]) if len(parts) == 1 else sum(_width(stretch, text) for stretch, text in parts)
    return _Word(tuple(parts), width, spaced and not starts, starts)


def _width(stretch: Stretch, text: str) -> float:
    return font(stretch.type.weight).width(text, stretch.type.size)


def _halves(word: _Word, room: float, measure: float, started: bool) -> tuple[_Word, _Word] | None:
    """The word in two, if its first half fits: for long words before a hole, and for those that fit no line."""
    too_long = word.width > measure
    if not too_long and (len(word.text) < _LONG or room < measure * _HOLE):
        return None
    if len(word.parts) > 1:
        return _between_parts(word, room) if too_long else None
    stretch, text = word.parts[0]
    typed = [i for i, letter in enumerate(text) if letter == SOFT_HYPHEN]
    for places in (typed, seams(text), syllables(text) if too_long else ()):
        for at in reversed(places):
            head = text[:at].rstrip(SOFT_HYPHEN) + SOFT_HYPHEN
            if (width := _width(stretch, head)) <= room:
                return _half(stretch, head, width), _rest(stretch, text[at:].lstrip(SOFT_HYPHEN))
    if not too_long or started:
        return None
    at = max(1, next((n for n in range(len(text), 0, -1) if _width(stretch, text[:n]) <= room), 1))
    return _half(stretch, text[:at], _width(stretch, text[:at])), _rest(stretch, text[at:])


def _between_parts(word: _Word, room: float) -> tuple[_Word, _Word]:
    """A word of several types that fits no line breaks where the type changes, whatever that looks like."""
    first, others = word.parts[:1], word.parts[1:]
    head = _word(list(first), spaced=False, starts=False)
    if head.width > room and (halves := _halves(head, room, 0.0, started=False)):
        head, tail = halves
        others = tail.parts + others
    return _Word(head.parts, head.width, word.spaced), _word(list(others), spaced=False, starts=False)


def _half(stretch: Stretch, text: str, width: float) -> _Word:
    return _Word(((stretch, text),), width, spaced=True)


def _rest(stretch: Stretch, text: str) -> _Word:
    return _Word(((stretch, text),), _width(stretch, text), spaced=False)
