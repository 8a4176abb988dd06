# SPDX-License-Identifier: MIT
"""Where the services stand around the family: on an ellipse where they fit, else nearer the corners; never on top."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import copysign, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP, AIR = 10.0, 16.0
# An ellipse, and then curves that come nearer and nearer to the frame.
SHARPNESS = (2.0, 3.0, 5.0, 12.0)
WIDTHS = (1.0, 0.86, 0.72, 0.62)
LARGEST_RING = 132.0
_STEPS = 360


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes in the order of the services, those there was no room for left out, and the ring of the family."""

    boxes: tuple[QRectF, ...]
    center: QPointF
    ring: float


def laid_out(area: QRectF, count: int, box: QSizeF) -> Layout:
    """As many of `count` boxes as fit, clockwise from the top."""
    sizes = [QSizeF(box.width() * width, box.height()) for width in WIDTHS]
    curves: dict[tuple[int, float], _Curve] = {}
    for number in range(count, 0, -1):
        for place, size in enumerate(sizes):
            for sharpness in SHARPNESS:
                curve = curves.get((place, sharpness)) or _Curve(area, size, sharpness)
                curves[place, sharpness] = curve
                boxes = curve.boxes(number)
                if not _overlap(boxes):
                    return Layout(tuple(boxes), area.center(), _ring(area, boxes))
    return Layout((), area.center(), _ring(area, ()))


def nearest(boxes: Sequence[QRectF], here: int, dx: int, dy: int) -> int:
    """Which box lies in that direction; the same one where there is none."""
    start = boxes[here].center()

    def distance(place: int) -> float:
        step = boxes[place].center() - start
        ahead, aside = step.x() * dx + step.y() * dy, abs(step.x() * dy) + abs(step.y() * dx)
        return ahead + 2 * aside if ahead > 1 else float("inf")

    best = min(range(len(boxes)), key=distance)
    return best if distance(best) < float("inf") else here


class _Curve:
    """Where the middles of the boxes may lie, measured in boxes: they are wider than high."""

    def __init__(self, area: QRectF, size: QSizeF, sharpness: float) -> None:
        half_w, half_h = (area.width() - size.width()) / 2, (area.height() - size.height()) / 2
        self._size = size
        self._points = [area.center() + _point(step / _STEPS, half_w, half_h, sharpness) for step in range(_STEPS + 1)]
        wide, high = size.width() + GAP, size.height() + GAP
        self._walked = [0.0]
        for one, next_one in pairwise(self._points):
            step = hypot((next_one.x() - one.x()) / wide, (next_one.y() - one.y()) / high)
            self._walked.append(self._walked[-1] + step)

    def boxes(self, count: int) -> list[QRectF]:
        """So many at equal distances, from the top."""
        if self._walked[-1] < count:
            # they would lie on each other whatever the corners are like
            return [QRectF(0, 0, 1, 1)] * 2
        corner = QPointF(self._size.width() / 2, self._size.height() / 2)
        places = (bisect_left(self._walked, n * self._walked[-1] / count) for n in range(count))
        return [QRectF(self._points[place] - corner, self._size) for place in places]


def _point(turn: float, half_w: float, half_h: float, sharpness: float) -> QPointF:
    angle = 2 * pi * turn - pi / 2
    x, y = cos(angle), sin(angle)
    return QPointF(half_w * copysign(abs(x) ** (2 / sharpness), x), half_h * copysign(abs(y) ** (2 / sharpness), y))


def _overlap(boxes: Sequence[QRectF]) -> bool:
    aired = [box.adjusted(-GAP / 4, -GAP / 4, GAP / 4, GAP / 4) for box in boxes]
    return any(one.intersects(other) for n, one in enumerate(aired) for other in aired[n + 1 :])


def _ring(area: QRectF, boxes: Sequence[QRectF]) -> float:
    """As large as may be without touching a box."""
    middle, room = area.center(), min(area.width(), area.height()) / 2
    for box in boxes:
        dx = max(box.left() - middle.x(), middle.x() - box.right(), 0.0)
        dy = max(box.top() - middle.y(), middle.y() - box.bottom(), 0.0)
        room = min(room, hypot(dx, dy))
    return max(30.0, min(LARGEST_RING, room - AIR))
