# SPDX-License-Identifier: MIT
"""The network map: the child in the middle, and everyone around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.values.picture import Around, Nearness, Network
from reports.drawn import Box, Disc, Drawing, Ink, Label, Shape, Stroke
from reports.parts import Say, speaker, together
from reports.pictures.lettering import LEADING, fitted, stacked, width

_WIDTH = 470.0
_NAME, _PEOPLE, _LEGEND = 9.8, 9.0, 9.0
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
class _Place:
    """Where one of those around stands, by its upper left corner."""

    around: Around
    x: float
    y: float


def network(data: Network, language: str) -> Drawing | None:
    """The map of up to eight around the child in one ring, of up to sixteen in two; of more a table says more."""
    say = speaker(language)
    around = sorted(data.around, key=lambda each: _KINDS.index(each.kind))
    inner = [each for each in around if each.kind == "near"][:_INNER] if len(around) > _ONE_RING else []
    outer = around[len(inner) :]
    if not around or len(outer) > _OUTER:
        return None
    box_width = 136.0 if len(outer) <= _ONE_RING and not inner else 108.0
    box_height = _box_height(outer, box_width)
    reach = 75.0 if inner else _RING + 6
    places, middle, height = _places(outer, box_width, box_height, reach)
    shapes: list[Shape] = [*_lines(places, middle, box_width, box_height)]
    shapes += _inner_ring(inner, middle) if inner else [Disc(_WIDTH / 2, middle, _RING, "WHITE")]
    shapes += _child(data, middle, 30.0 if inner else 38.0)
    for place in places:
        shapes += _box(place, box_width, box_height)
    kinds = [kind for kind in _KINDS if any(each.kind == kind for each in around)]
    shapes += _legend(say, kinds, height + 14)
    return Drawing(tuple(shapes), _alt(say, data, around), _WIDTH, height + 26)


def _places(
    outer: Sequence[Around], box_width: float, box_height: float, reach: float
) -> tuple[list[_Place], float, float]:
    """Where everyone stands, how far down the child's middle is, and how tall it all is."""
    top, sides, bottom = _FRAMES[len(outer)]
    middle = box_height + 24 + reach if top else reach
    down = middle + reach + 24
    apart = box_height + 14 if sides > 2 else 0.0
    spots = [(x, 0.0) for x in _spread(top, box_width)]
    for row in range(sides // 2):
        y = middle - box_height / 2 + (row - (sides // 2 - 1) / 2) * apart
        spots += [(0.0, y), (_WIDTH - box_width, y)]
    spots += [(x, down) for x in _spread(bottom, box_width)]
    places = [_Place(each, x, y) for each, (x, y) in zip(outer, spots, strict=True)]
    return places, middle, down + box_height if bottom else middle + reach


def _spread(count: int, box_width: float) -> list[float]:
    if count == 1:
        return [(_WIDTH - box_width) / 2]
    return [number * (_WIDTH - box_width) / (count - 1) for number in range(count)]


def _box_height(outer: Sequence[Around], box_width: float) -> float:
    return max(18 + sum(len(lines) for lines in _words(each, box_width)) * _NAME * LEADING for each in outer)


def _words(around: Around, box_width: float) -> tuple[list[str], list[str]]:
    name = fitted(around.name, _NAME, box_width - 14, 2, bold=True)
    people = fitted(around.people, _PEOPLE, box_width - 14, 3 - len(name)) if around.people else []
    return name, people


def _lines(places: Sequence[_Place], middle: float, box_width: float, box_height: float) -> Iterator[Stroke]:
    """A line from the child to the nearest point of each, so that none passes behind another."""
    for place in places:
        x = min(max(_WIDTH / 2, place.x + 12), place.x + box_width - 12)
        y = min(max(middle, place.y + 10), place.y + box_height - 10)
        yield Stroke(_WIDTH / 2, middle, x, y, "LINE", 1.3)


def _box(place: _Place, box_width: float, box_height: float) -> Iterator[Shape]:
    look, (name, people) = _LOOKS[place.around.kind], _words(place.around, box_width)
    radius = min(look.radius, box_height / 2)
    yield Box(place.x, place.y, box_width, box_height, look.fill, look.ink, radius, look.thick, look.dashed)
    centre, y = place.x + box_width / 2, place.y + (box_height - (len(name) + len(people)) * _NAME * LEADING) / 2
    yield from stacked(name, centre, y, _NAME, look.ink, bold=True, anchor="middle")
    yield from stacked(people, centre, y + len(name) * _NAME * LEADING + 1, _PEOPLE, anchor="middle")


def _inner_ring(inner: Sequence[Around], middle: float) -> Iterator[Shape]:
    """Those nearest, close to the child on a ground of their own."""
    look, left, wide = _LOOKS["near"], 121.0, 228.0
    yield Box(left, middle - 75, wide, 150, look.fill, look.ink, 34, look.thick)
    above = inner[: (len(inner) + 1) // 2]
    for row, tops in ((above, middle - 66), (inner[len(above) :], middle + 38)):
        room = (wide - 24) / max(1, len(row))
        for number, each in enumerate(row):
            x = left + 12 + room * (number + 0.5)
            yield from stacked(
                fitted(each.name, _NAME, room - 6, 1, bold=True), x, tops, _NAME, look.ink, bold=True, anchor="middle"
            )
            yield from stacked(fitted(each.people, _PEOPLE, room - 6, 1), x, tops + 13, _PEOPLE, anchor="middle")


def _child(data: Network, middle: float, radius: float) -> Iterator[Shape]:
    yield Disc(_WIDTH / 2, middle, radius, "NAVY")
    size = next(
        (size for size in (15.0, 13.0, 11.0, 9.5) if width(data.child, size, bold=True) <= 2 * radius - 12), 8.5
    )
    name = fitted(data.child, size, 2 * radius - 10, 2 if data.age else 3, bold=True)
    tall = len(name) * size * LEADING + (11 if data.age else 0)
    yield from stacked(name, _WIDTH / 2, middle - tall / 2, size, "WHITE", bold=True, anchor="middle")
    if data.age:
        y = middle - tall / 2 + len(name) * size * LEADING
        yield from stacked([data.age], _WIDTH / 2, y, 9.5, "WHITE", anchor="middle")


def _legend(say: Say, kinds: Sequence[Nearness], y: float) -> Iterator[Shape]:
    words = [say(f"letters_picture.kind.{kind}") for kind in kinds]
    wide = [width(word, _LEGEND) + 15 for word in words]
    x = (_WIDTH - sum(wide) - 16 * (len(wide) - 1)) / 2
    for kind, word, room in zip(kinds, words, wide, strict=True):
        look = _LOOKS[kind]
        yield Box(x, y, 11, 8.5, look.fill, look.ink, min(look.radius, 4.25) * 0.7, look.thick, look.dashed)
        yield Label(x + 15, y + 7.6, word, _LEGEND, "MUTE")
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
