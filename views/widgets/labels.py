# SPDX-License-Identifier: MIT
"""Labels a QLabel cannot be: one that shortens with dots, one that is an icon, one with initials."""

from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from views import icons, theme
from views.widgets.basics import Role, Tone, label

ENDLESS = 16_777_215


class ElidedLabel(QLabel):
    """One line that ends in «…» where there is no room; the whole text is in the tooltip and for the reader."""

    def __init__(self, text: str = "", role: Role = "body", tone: Tone = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._whole, self._placed = "", False
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._shorten()
        self.updateGeometry()

    def whole(self) -> str:
        """The text before shortening."""
        return self._whole

    def _shorten(self) -> None:
        room = self.width() if self._placed else ENDLESS
        short = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(short)
        self.setToolTip("" if short == self._whole else _as_tooltip(self._whole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed = True
        self._shorten()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height())


def _as_tooltip(text: str) -> str:
    """A tooltip takes anything with angle brackets for markup; what people typed is only ever text."""
    return f"<span>{escape(text)}</span>" if "<" in text else text


class IconLabel(QWidget):
    """An icon beside its word; screen readers pass over it."""

    def __init__(self, name: str, token: str = "muted", size: int = 20) -> None:
        super().__init__()
        self._name, self._token = name, token
        self.setFixedSize(size, size)

    def show_icon(self, name: str, token: str = "muted") -> None:
        """Show another icon."""
        self._name, self._token = name, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.paint(painter, self._name, QRect(0, 0, self.width(), self.height()), self._token)
        painter.end()


def initials_disc(letters: str) -> QLabel:
    """The round mark before a family's name."""
    made = label(letters, "lead")
    made.setProperty("initials", "true")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setFixedSize(48, 48)
    return made
