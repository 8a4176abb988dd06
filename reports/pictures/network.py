# SPDX-License-Identifier: MIT
"""The network map: the child in the middle, and everyone around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.values.picture import Around, Nearness, Network
from reports.drawn import Box, Disc, Drawing, Ink, Label, Shape, Stroke
from reports.parts import Say, speaker, together
from reports.pictures.lettering import LEADING, fitted, stacked, width

_WIDTH = 470.0
_RING = 44.0
# How many stand in the row above the child, on its two sides together, and below it.
_FRAMES = {
    1: (1, 0, 0),
    2: (0, 2, 0),
    3: (1, 2, 0),
    4: (2, 0, 2),
    5: (3, 0, 2),
    6: (3, 0, 3),
    7: (3, 2, 2),
    8: (3, 2, 3),
    9: (4, 2, 3),
    10: (4, 2, 4),
    11: (4, 4, 3),
    12: (4, 4, 4),
}
_ONE_RING, _INNER, _OUTER = 8, 4, 12
_KINDS: tuple[Nearness, ...] = ("near", "municipality", "specialist", "other")


@dataclass(frozen=True, slots=True)
class _Look:
    """A kind has its own shade, and its own corners and line for printers without colours."""

    fill: Ink
    ink: Ink
    radius: float
    dashed: bool = False
    thick: float = 1.0


_LOOKS: dict[Nearness, _Look] = {
    "near": _Look("SAND", "AMBER", 17),
    "municipality": _Look("TINT", "TEAL", 5),
    "specialist": _Look("LILAC", "PLUM", 0, thick=1.8),
    "other": _Look("PALE", "MUTE", 5, dashed=True),
}


@dataclass(frozen=True, slots=True)
class _Size:
    """How large the boxes and the letters in them are."""

    wide: float
    letters: float
    tall: float = 0.0

    @property
    def name(self) -> float:
        return 9.8 * self.letters

    @property
    def people(self) -> float:
        return 9.0 * self.letters

    def words(self, around: Around) -> tuple[list[str], list[str]]:
        """Name and people on at most three lines."""
        name = fitted(around.name, self.name, self.wide - 12, 2, bold=True)
        people = fitted(around.people, self.people, self.wide - 12, 3 - len(name)) if around.people else []
        return name, people

    def holding(self, outer: Sequence[Around]) -> "_Size":
        """The size with boxes tall enough for the words of them all."""
        most = max(sum(map(len, self.words(each))) for each in outer)
        return replace(self, tall=18 + most * self.name * LEADING)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one of those around stands, by its upper left corner."""

    around: Around
    x: float
    y: float


def network(data: Network, language: str, letters: float = 1.0) -> Drawing | None:
    """The map of up to eight around the child in one ring, of up to sixteen in two; of more a table says more.

    `letters` makes the words larger, for children.
    """
    say = speaker(language)
    around = sorted(data.around, key=lambda each: _KINDS.index(each.kind))
    inner = [each for each in around if each.kind == "near"][:_INNER] if len(around) > _ONE_RING else []
    outer = around[len(inner) :]
    if not around or len(outer) > _OUTER:
        return None
    size = _Size(136.0 if len(outer) <= _ONE_RING and not inner else 108.0, letters).holding(outer)
    places, middle, height = _places(outer, size, 75.0 if inner else _RING + 6)
    shapes: list[Shape] = [*_lines(places, middle, size)]
    shapes += _inner_ring(inner, middle, size) if inner else [Disc(_WIDTH / 2, middle, _RING, "WHITE")]
    shapes += _child(data, middle, 30.0 if inner else 38.0, size.people)
    for place in places:
        shapes += _box(place, size)
    kinds = [kind for kind in _KINDS if any(each.kind == kind for each in around)]
    shapes += _legend(say, kinds, height + 14, size)
    return Drawing(tuple(shapes), _alt(say, data, around), _WIDTH, height + 17 + size.people)


def _places(outer: Sequence[Around], size: _Size, reach: float) -> tuple[list[_Place], float, float]:
    """Where everyone stands, how far down the child's middle is, and how tall it all is."""
    top, sides, bottom = _FRAMES[len(outer)]
    middle = size.tall + 24 + reach if top else reach
    down = middle + reach + 24
    apart = size.tall + 14 if sides > 2 else 0.0
    spots = [(x, 0.0) for x in _spread(top, size)]
    for row in range(sides // 2):
        y = middle - size.tall / 2 + (row - (sides // 2 - 1) / 2) * apart
        spots += [(0.0, y), (_WIDTH - size.wide, y)]
    spots += [(x, down) for x in _spread(bottom, size)]
    places = [_Place(each, x, y) for each, (x, y) in zip(outer, spots, strict=True)]
    return places, middle, down + size.tall if bottom else middle + reach


def _spread(count: int, size: _Size) -> list[float]:
    if count == 1:
        return [(_WIDTH - size.wide) / 2]
    return [number * (_WIDTH - size.wide) / (count - 1) for number in range(count)]


def _lines(places: Sequence[_Place], middle: float, size: _Size) -> Iterator[Stroke]:
    """A line from the child to the nearest point of each, so that none passes behind another."""
    for place in places:
        x = min(max(_WIDTH / 2, place.x + 12), place.x + size.wide - 12)
        y = min(max(middle, place.y + 10), place.y + size.tall - 10)
        yield Stroke(_WIDTH / 2, middle, x, y, "LINE", 1.3)


def _box(place: _Place, size: _Size) -> Iterator[Shape]:
    look, (name, people) = _LOOKS[place.around.kind], size.words(place.around)
    radius = min(look.radius, size.tall / 2)
    yield Box(place.x, place.y, size.wide, size.tall, look.fill, look.ink, radius, look.thick, look.dashed)
    leading = size.name * LEADING
    x, y = place.x + size.wide / 2, place.y + (size.tall - (len(name) + len(people)) * leading) / 2
    yield from stacked(name, x, y, size.name, look.ink, bold=True, anchor="middle")
    yield from stacked(people, x, y + len(name) * leading + 1, size.people, anchor="middle")


def _inner_ring(inner: Sequence[Around], middle: float, size: _Size) -> Iterator[Shape]:
    """Those nearest, close to the child on a ground of their own."""
    look, left, wide = _LOOKS["near"], 121.0, 228.0
    yield Box(left, middle - 75, wide, 150, look.fill, look.ink, 34, look.thick)
    above = inner[: (len(inner) + 1) // 2]
    tall = 2 * size.name * LEADING
    for row, top in ((above, middle - 42 - tall), (inner[len(above) :], middle + 39)):
        room = (wide - 24) / max(1, len(row))
        for number, each in enumerate(row):
            x, down = left + 12 + room * (number + 0.5), top + size.name * LEADING + 1
            name = fitted(each.name, size.name, room - 6, 1, bold=True)
            yield from stacked(name, x, top, size.name, look.ink, bold=True, anchor="middle")
            yield from stacked(fitted(each.people, size.people, room - 6, 1), x, down, size.people, anchor="middle")


def _child(data: Network, middle: float, radius: float, letters: float) -> Iterator[Shape]:
    yield Disc(_WIDTH / 2, middle, radius, "NAVY")
    size = next(
        (size for size in (15.0, 13.0, 11.0, 9.5) if width(data.child, size, bold=True) <= 2 * radius - 12), 8.5
    )
    name = fitted(data.child, size, 2 * radius - 10, 2 if data.age else 3, bold=True)
    tall = len(name) * size * LEADING + (11 if data.age else 0)
    yield from stacked(name, _WIDTH / 2, middle - tall / 2, size, "WHITE", bold=True, anchor="middle")
    if data.age:
        y = middle - tall / 2 + len(name) * size * LEADING
        yield from stacked([data.age], _WIDTH / 2, y, letters, "WHITE", anchor="middle")


def _legend(say: Say, kinds: Sequence[Nearness], y: float, size: _Size) -> Iterator[Shape]:
    words = [say(f"letters_picture.kind.{kind}") for kind in kinds]
    wide = [width(word, size.people) + 15 for word in words]
    x = (_WIDTH - sum(wide) - 16 * (len(wide) - 1)) / 2
    for kind, word, room in zip(kinds, words, wide, strict=True):
        look = _LOOKS[kind]
        yield Box(x, y, 11, 8.5, look.fill, look.ink, look.radius / 4, look.thick, look.dashed)
        yield Label(x + 15, y + 7.6, word, size.people, "MUTE")
        x += room + 16


def _alt(say: Say, data: Network, around: Sequence[Around]) -> str:
    middle = ", ".join(filter(None, (data.child, data.age)))
    said = [say("letters_picture.network", child=data.child, middle=middle)]
    for kind in _KINDS:
        names = [
            say("letters_picture.network_people", name=each.name, people=each.people) if each.people else each.name
            for each in around
            if each.kind == kind
        ]
        if names:
            kind_said = say(f"letters_picture.kind.{kind}")
            said.append(say("letters_picture.network_group", kind=kind_said, names=together(say, names)))
    return " ".join(said)
