# SPDX-License-Identifier: MIT
"""The parts of the tab, each made when it is first wanted, in one stack."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from models.queries.right_picture import RightPicture
from views.pages.right.appeals import AppealsPart
from views.pages.right.around import Around
from views.pages.right.assessment import AssessmentPart
from views.pages.right.coordination import CoordinationPart
from views.pages.right.decided import DecidedPart
from views.pages.right.earlier import EarlierPart
from views.widgets.scroll import ScrollColumn

Part = AssessmentPart | DecidedPart | AppealsPart | CoordinationPart | EarlierPart
P = TypeVar("P", AssessmentPart, DecidedPart, AppealsPart, CoordinationPart, EarlierPart)

KINDS: dict[str, type[Part]] = {
    "assessment": AssessmentPart,
    "determination": DecidedPart,
    "appeal": AppealsPart,
    "coordination": CoordinationPart,
    "earlier": EarlierPart,
}
READ_WHEN_CLOSED = (DecidedPart, EarlierPart)


class Parts(QStackedWidget):
    """Making them all at once would take longer than the eye forgives."""

    def __init__(self, around: Around, made: Callable[[Part], None]) -> None:
        """`made` is told of each new part, so that the page can listen to it."""
        super().__init__()
        self._around, self._told = around, made
        self._made: dict[type[Part], Part] = {}
        self._picture: RightPicture | None = None

    def show_picture(self, picture: RightPicture) -> None:
        """Show it in the part in view; the others wait until they are wanted."""
        self._picture = picture
        for part in self._made.values():
            self._fill(part)

    def part(self, kind: type[P]) -> P:
        """This part, made if it is not there yet."""
        found = self._made.get(kind)
        if not isinstance(found, kind):
            found = kind(self._around)
            self._made[kind] = found
            # the avgjørelse has its letter beside it and scrolls by itself
            self.addWidget(found if isinstance(found, DecidedPart) else ScrollColumn(found))
            self._told(found)
            self._fill(found)
        return found

    def open(self, name: str) -> None:
        """Bring a part into view."""
        part = self.part(KINDS[name])  # type: ignore[type-var]
        self.setCurrentWidget(next(one for one in self._widgets() if one is part or one.isAncestorOf(part)))

    def there(self, kind: type[P]) -> P | None:
        """This part, if it is made."""
        found = self._made.get(kind)
        return found if isinstance(found, kind) else None

    def bring_up(self, card: QWidget) -> None:
        """Scroll the part in view so that this card stands at its top."""
        scroll = self.currentWidget()
        inner = scroll.widget() if isinstance(scroll, ScrollColumn) else None
        if isinstance(scroll, ScrollColumn) and inner is not None and inner.isAncestorOf(card):
            place = card.mapTo(inner, card.rect().topLeft()).y()
            scroll.verticalScrollBar().setValue(max(0, place - 4))

    def _fill(self, part: Part) -> None:
        if self._picture is not None:
            part.show_picture(self._picture)
            # what was decided is read and printed after the family is closed too
            part.setEnabled(not self._picture.right.closed or isinstance(part, READ_WHEN_CLOSED))

    def _widgets(self) -> Iterator[QWidget]:
        found = (self.widget(place) for place in range(self.count()))
        return (one for one in found if one is not None)
