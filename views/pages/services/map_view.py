# SPDX-License-Identifier: MIT
"""The network map: the child in the middle, the family in the ring, the services around; the list beside says the same.

A solid line is a consent that holds, a coloured one a consent that ends soon, a dashed one a consent that is missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.queries.family_services import ConsentState
from views import icons, theme
from views.pages.services.map_layout import Layout, laid_out, nearest
from views.texts import t
from views.widgets import paint
from views.widgets.basics import announce

NARROWEST, WIDEST, PADDING, ICON, MORE = 128.0, 210.0, 9.0, 18.0, 20.0
LINE = {ConsentState.VALID: "control", ConsentState.ENDS_SOON: "warning", ConsentState.MISSING: "muted"}
ARROWS = {
    int(Qt.Key.Key_Left): (-1, 0),
    int(Qt.Key.Key_Right): (1, 0),
    int(Qt.Key.Key_Up): (0, -1),
    int(Qt.Key.Key_Down): (0, 1),
}
MOST_LINES, SMALLEST_DISC = 2, 30.0


@dataclass(frozen=True, slots=True)
class Node:
    """One service on the map; `spoken` is what its row in the list says."""

    id: object
    title: str
    second: str
    tone: str
    icon: str
    consent: ConsentState
    spoken: str


class NetworkMap(QWidget):
    """Arrows go to the service in that direction, Enter opens it."""

    moved = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._nodes: tuple[Node, ...] = ()
        self._child, self._age, self._people = "", "", tuple[str, ...]()
        self._here = 0
        self._layout = Layout((), QPointF(), 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(300, 200)
        self.setAccessibleName(t("family_services.map"))

    def show_family(self, child: str, age: str, people: Sequence[str], nodes: Sequence[Node]) -> None:
        """Draw these; the chosen one stays chosen."""
        chosen = self.current()
        self._child, self._age, self._people, self._nodes = child, age, tuple(people), tuple(nodes)
        self._here = next((n for n, node in enumerate(self._nodes) if node.id == chosen), 0)
        self._arrange()

    def current(self) -> object:
        """The id of the chosen service."""
        return self._nodes[self._here].id if self._here < len(self._nodes) else None

    def choose(self, id: object) -> None:
        """Mark this service without telling anybody."""
        self._here = next((n for n, node in enumerate(self._nodes) if node.id == id), self._here)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(event.key())
        if not self._layout.boxes:
            super().keyPressEvent(event)
        elif step is not None:
            here = min(self._here, len(self._layout.boxes) - 1)
            self._go(nearest(self._layout.boxes, here, *step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place is not None:
            self._go(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event.position()) is not None:
            self.opened.emit(self.current())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._nodes:
            announce(self, self._nodes[self._here].spoken)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for node, box in zip(self._nodes, self._layout.boxes, strict=False):
            _line(painter, self._layout.center, box, node.consent)
        self._paint_family(painter)
        for place, (node, box) in enumerate(zip(self._nodes, self._layout.boxes, strict=False)):
            _box(painter, box, node, chosen=place == self._here, focused=self.hasFocus())
        left_out = len(self._nodes) - len(self._layout.boxes)
        if left_out:
            room = QRectF(0, self.height() - MORE, self.width(), MORE)
            _words(painter, room, t("family_services.more_in_list", n=left_out), "caption", "muted")
        painter.end()

    def _go(self, place: int) -> None:
        self._here = place
        self.update()
        announce(self, self._nodes[place].spoken)
        self.moved.emit(self._nodes[place].id)

    def _at(self, point: QPointF) -> int | None:
        return next((n for n, box in enumerate(self._layout.boxes) if box.contains(point)), None)

    def _arrange(self) -> None:
        height = theme.metrics("body").height() + theme.metrics("caption").height() + 14.0
        wanted = [theme.metrics("strong").horizontalAdvance(node.title) for node in self._nodes]
        width = min(WIDEST, max(NARROWEST, max(wanted, default=0) + 2 * PADDING + ICON + 18))
        area, size = QRectF(self.rect()).adjusted(3, 3, -3, -3), QSizeF(width, height)
        self._layout = laid_out(area, len(self._nodes), size)
        if len(self._layout.boxes) < len(self._nodes):
            # a line below tells how many there was no room for
            self._layout = laid_out(area.adjusted(0, 0, 0, -MORE), len(self._nodes), size)
        self.update()

    def _paint_family(self, painter: QPainter) -> None:
        """The disc of the child, and the others of the family above and below it in the ring."""
        center, ring = self._layout.center, self._layout.ring
        painter.setPen(QPen(theme.color("control"), 1))
        painter.setBrush(theme.color("sunken"))
        painter.drawEllipse(center, ring, ring)
        line = theme.metrics("caption").height() + 1
        lines = max(0, min(MOST_LINES, int((ring - 6 - SMALLEST_DISC) / line)))
        above, below = _halves(self._people, 2 * lines)
        disc = max(SMALLEST_DISC, min(ring * 0.46, ring - 6 - line * max(len(above), len(below))))
        painter.setPen(QPen(theme.color("text"), 1) if theme.is_contrast() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(center, disc, disc)
        _centred(painter, center, disc, self._child, self._age)
        for words, top in ((above, center.y() - disc - 3 - line * len(above)), (below, center.y() + disc + 3)):
            for n, said in enumerate(words):
                middle = top + line * (n + 0.5) - center.y()
                half = max(10.0, (max(0.0, ring**2 - (abs(middle) + line / 2) ** 2)) ** 0.5 - 6)
                room = QRectF(center.x() - half, top + line * n, 2 * half, line)
                _words(painter, room, said, "caption", "text")


def _halves(people: Sequence[str], most: int) -> tuple[Sequence[str], Sequence[str]]:
    shown = list(people[:most])
    if shown and len(people) > most:
        shown[-1] = t("family_services.more_people", n=len(people) - most + 1)
    half = (len(shown) + 1) // 2
    return shown[:half], shown[half:]


def _line(painter: QPainter, center: QPointF, box: QRectF, consent: ConsentState) -> None:
    pen = QPen(theme.color(LINE[consent]), 1.5 if consent is ConsentState.VALID else 2)
    if consent is ConsentState.MISSING:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(center, box.center())


def _box(painter: QPainter, box: QRectF, node: Node, *, chosen: bool, focused: bool) -> None:
    pen = QPen(theme.color(LINE[node.consent]), 1.5)
    if node.consent is ConsentState.MISSING:
        pen.setStyle(Qt.PenStyle.DashLine)
    if chosen:
        pen = QPen(theme.color("focus" if focused else "accent"), 3 if focused else 2)
    painter.setPen(pen)
    painter.setBrush(theme.color("accent_soft" if chosen else "surface"))
    painter.drawRoundedRect(box, 6, 6)
    icons.paint(painter, node.icon, QRectF(box.left() + PADDING, box.center().y() - ICON / 2, ICON, ICON))
    left = box.left() + PADDING + ICON + 7
    room, first = box.right() - 7 - left, theme.metrics("strong").height()
    top = box.center().y() - (first + (theme.metrics("caption").height() if node.second else 0)) / 2
    words = QRectF(left, top, room, first)
    paint.text(painter, words.toRect(), node.title, "strong", "text")
    below = QRectF(left, top + first, room, theme.metrics("caption").height())
    paint.text(painter, below.toRect(), node.second, "caption", node.tone)


def _centred(painter: QPainter, center: QPointF, disc: float, first: str, second: str) -> None:
    high, low = theme.metrics("strong").height(), theme.metrics("caption").height()
    whole = high + (low if second else 0)
    room = QRectF(center.x() - disc + 4, center.y() - whole / 2, 2 * disc - 8, high)
    _words(painter, room, first, "strong", "on_accent")
    if second:
        _words(painter, QRectF(room.left(), room.bottom(), room.width(), low), second, "caption", "on_accent")


def _words(painter: QPainter, room: QRectF, words: str, role: str, token: str) -> None:
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(token))
    short = theme.metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, short)
