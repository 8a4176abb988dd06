# SPDX-License-Identifier: MIT
"""Where the pages of a document lie below each other, in pixels of the screen, and what is marked on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF

GAP = 14
# On a screen, 100 % is 96 dots to the inch.
DOTS = 96 / 72
FIT_WIDTH, FIT_PAGE = "width", "page"
Zoom = float | str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something pointed out on a page, in points from its top left; `now` is the one looked at."""

    page: int
    boxes: tuple[QRectF, ...]
    now: bool = False


@dataclass(frozen=True, slots=True)
class PageStrip:
    """The pages in one size; `zoom` 1.0 is 100 %."""

    places: tuple[QRect, ...] = ()
    zoom: float = 1.0

    def whole(self) -> QSize:
        """How much room all of it takes."""
        wide = max((place.width() for place in self.places), default=0)
        return QSize(wide + 2 * GAP, self.places[-1].bottom() + 1 + GAP if self.places else 0)

    def page_at(self, down: int) -> int:
        """The page at this height, from 0."""
        return sum(1 for place in self.places[1:] if place.top() <= down)

    def tops(self) -> list[int]:
        """Where each page begins, with the room above it."""
        return [place.top() - GAP for place in self.places]

    def spot(self, point: QPoint) -> tuple[int, QPointF]:
        """The page under or beside a point, and the place on it in points."""
        page = self.page_at(point.y())
        return page, QPointF(point - self.places[page].topLeft()) / (self.zoom * DOTS)

    def point(self, page: int, spot: QPointF) -> QPoint:
        """Where a place on a page is now."""
        return self.places[page].topLeft() + (spot * (self.zoom * DOTS)).toPoint()

    def boxes(self, mark: Mark) -> list[QRectF]:
        """Where a mark is now."""
        scale, corner = self.zoom * DOTS, self.places[mark.page].topLeft()
        return [
            QRectF(box.topLeft() * scale, box.size() * scale).adjusted(-2, -2, 2, 2).translated(corner)
            for box in mark.boxes
        ]


def laid_out(sizes: Sequence[QSizeF], chosen: Zoom, view: QSize) -> PageStrip:
    """The pages in the size that is chosen, in a view as large as this."""
    if not sizes:
        return PageStrip()
    zoom = chosen if isinstance(chosen, float) else _fitted(sizes, chosen, view)
    top, places = GAP, []
    for points in sizes:
        size = (points * (zoom * DOTS)).toSize()
        places.append(QRect(QPoint(max(GAP, (view.width() - size.width()) // 2), top), size))
        top += size.height() + GAP
    return PageStrip(tuple(places), zoom)


def _fitted(sizes: Sequence[QSizeF], how: str, view: QSize) -> float:
    wide, tall = max(one.width() for one in sizes) * DOTS, max(one.height() for one in sizes) * DOTS
    zoom = min(1.5, (view.width() - 2 * GAP) / wide)
    return max(0.2, zoom if how == FIT_WIDTH else min(zoom, (view.height() - 2 * GAP) / tall))
