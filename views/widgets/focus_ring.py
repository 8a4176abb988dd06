# SPDX-License-Identifier: MIT
"""The double ring around a button that got its focus from the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QWidget

from views import theme

GAP = 4


class _Ring(QWidget):
    """Painted over a button, and never in the way of the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(QPen(theme.color("surface"), 2))
        painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), 7, 7)
        painter.setPen(QPen(theme.color("ring"), 2))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


def use_focus_ring(app: QApplication) -> None:
    """Have the ring from now on; asking twice changes nothing."""
    if app.findChild(FocusRing) is None:
        FocusRing(app)


class FocusRing(QObject):
    """Shows the ring on whatever button has the focus; made once per application.

    It listens to the change of focus only: a filter on every event of the program costs time at each key.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if by_mouse or not isinstance(now, QAbstractButton) or isinstance(now, QCheckBox | QRadioButton):
            return
        self._target = now
        self._ring = _Ring(_ground(now))
        # the page may take the button, and the ring with it, at any time
        self._ring.destroyed.connect(self._forget)
        now.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show) and watched is self._target:
            self._place()
        elif event.type() == QEvent.Type.Hide and watched is self._target:
            self._leave()
        return False

    def _place(self) -> None:
        if self._ring is None or self._target is None:
            return
        corner = self._target.mapTo(_ground(self._target), QPoint(0, 0))
        self._ring.setGeometry(QRect(corner, self._target.size()).adjusted(-GAP, -GAP, GAP, GAP))
        self._ring.show()
        self._ring.raise_()

    def _leave(self) -> None:
        ring, self._ring, self._target = self._ring, None, None
        if ring is not None:
            ring.hide()
            ring.deleteLater()

    def _forget(self) -> None:
        self._ring = self._target = None


def _ground(target: QWidget) -> QWidget:
    """What scrolls with the button and is wide enough for the ring."""
    ground = target.parentWidget() or target
    while not ground.isWindow() and ground.objectName() not in ("scrolled", "page"):
        ground = ground.parentWidget() or ground.window()
    return ground
