# SPDX-License-Identifier: MIT
"""The program's mark: a child in the middle and three who stand around."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from views import theme

# The mark is drawn on a square of 30.
SIDE = 30.0
ARCS = (40, 160, 280)
SPAN = 100
STEPS_PER_DEGREE = 16


class Mark(QWidget):
    """The mark as it stands beside the program's name; screen readers pass over it."""

    def __init__(self, side: int = 30) -> None:
        super().__init__()
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, self.width())
        painter.end()


def paint_mark(painter: QPainter, side: float) -> None:
    """Draw the mark in the colours of the look."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / SIDE, side / SIDE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(QRectF(0, 0, SIDE, SIDE), 8, 8)
    painter.setBrush(theme.color("on_accent"))
    painter.drawEllipse(QRectF(12, 12, 6, 6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("on_accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for start in ARCS:
        painter.drawArc(QRectF(6, 6, 18, 18), start * STEPS_PER_DEGREE, SPAN * STEPS_PER_DEGREE)


def mark_icon() -> QIcon:
    """The mark for the window and the taskbar."""
    made = QIcon()
    for side in (16, 32, 64, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mark(painter, side)
        painter.end()
        made.addPixmap(picture)
    return made
