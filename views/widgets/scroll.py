# SPDX-License-Identifier: MIT
"""The one scroll area of a column; it follows the focus, so that Tab never leads out of sight."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget
from shiboken6 import isValid

SETTLED_MS = 40


class TallContent(QWidget):
    """Content as tall as its words need at the width they get: without it a column scrolls into nothing."""

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return least
        return QSize(least.width(), layout.heightForWidth(max(self.width(), least.width())))


class ScrollColumn(QScrollArea):
    """Content that scrolls up and down, never sideways."""

    def __init__(self, content: QWidget | QLayout) -> None:
        super().__init__()
        inner = content if isinstance(content, QWidget) else QWidget()
        if isinstance(content, QLayout):
            inner.setLayout(content)
        inner.setObjectName("scrolled")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self._inner = inner
        self._app = QApplication.instance()
        if isinstance(self._app, QApplication):
            self._app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inner.isAncestorOf(now):
            # what takes the focus may just have been shown, and has no place before the layouts above it are done
            for wait in (0, SETTLED_MS):
                QTimer.singleShot(wait, self, lambda: self._bring(now))

    def _bring(self, widget: QWidget) -> None:
        if isValid(widget) and widget.hasFocus():
            self.ensureWidgetVisible(widget, 0, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumWidth(min(self._inner.minimumSizeHint().width() + 12, 600))
