# SPDX-License-Identifier: MIT
"""What several parts paint alike: pills, ticks, the ground of a row and its focus, the shade under a cover."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from views import theme
from views.icons import paint as paint_icon

PILL_PADDING = 16


def dim(cover: QWidget) -> None:
    """Darken what lies under a cover while something stands above it."""
    shade = theme.color("overlay")
    shade.setAlpha(110)
    painter = QPainter(cover)
    painter.fillRect(cover.rect(), shade)
    painter.end()


def pill_width(text: str) -> int:
    """How wide a badge with this text is."""
    return theme.metrics("caption").horizontalAdvance(text) + PILL_PADDING


def pill(painter: QPainter, area: QRect, text: str, kind: str, right: bool = True) -> QRect:
    """A badge inside an area, at its right or left end; gives where it was painted."""
    font, metrics = theme.font("caption"), theme.metrics("caption")
    width, height = min(pill_width(text), area.width()), metrics.height() + 4
    left = area.right() - width + 1 if right else area.left()
    box = QRect(left, area.center().y() - height // 2 + 1, width, height)
    ink = theme.color("accent_text" if kind == "accent" else kind)
    painter.setPen(QPen(ink, 1) if theme.is_contrast() else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(f"{kind}_soft"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font)
    painter.setPen(ink)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 8)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    return box


def tick_box(painter: QPainter, box: QRectF, ticked: bool) -> None:
    """A box to tick, with its mark when it is."""
    painter.setPen(QPen(theme.color("accent" if ticked else "control"), 1.5))
    painter.setBrush(theme.color("accent") if ticked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 5, 5)
    if ticked:
        paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), "on_accent")


def ground(painter: QPainter, option: QStyleOptionViewItem, box: QRectF, selected_token: str = "accent_soft") -> None:
    """The ground of a row: hover, chosen with its marker, and the focus outline."""
    state = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(selected_token if selected else "hover"))
        painter.drawRoundedRect(box, 6, 6)
    if not selected:
        return
    painter.setBrush(theme.color("accent"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(box.left(), box.top() + 9, 3, box.height() - 18), 1.5, 1.5)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    if focused or theme.is_contrast():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("focus" if focused else "text"), 2 if focused else 1))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)


def text(painter: QPainter, area: QRect, words: str, role: str, token: str) -> None:
    """One line of text, shortened with dots where there is no room."""
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(token))
    shown = theme.metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def center(area: QRect, side: int, left: int) -> QRectF:
    """A square of this side, centred on the height of an area."""
    return QRectF(left, area.center().y() - side / 2 + 0.5, side, side)
