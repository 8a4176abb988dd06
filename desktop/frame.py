# SPDX-License-Identifier: MIT
"""The one top-level window: it shows the start pages, the open vault, or a cover that hides everything."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.settings import Settings
from views import theme
from views.texts import t
from views.widgets.mark import mark_icon

SMALLEST = (900, 540)
TITLE = "Laget"


class Frame(QWidget):
    """Its title is the program's name and nothing else; what it shows is changed, never opened beside it."""

    def __init__(self, settings: Settings, may_close: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self._may_close = may_close
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(TITLE)
        self.setWindowIcon(mark_icon())
        self.setMinimumSize(*SMALLEST)
        self._settings = settings
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.resize(settings.choices.width, settings.choices.height)

    def open(self) -> None:
        """Show the window as large as it was."""
        if self._settings.choices.maximized:
            self.showMaximized()
        else:
            self.show()

    def put(self, page: QWidget) -> None:
        """Show this page and let go of the one before."""
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None and before is not page:
            self._stack.removeWidget(before)
            before.deleteLater()
        page.setFocus()

    def cover_with(self, page: QWidget) -> None:
        """Hide what is shown behind this page, and keep it."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.repaint()

    def uncover(self, page: QWidget) -> None:
        """Take the page away again: what is under it comes back."""
        self._stack.removeWidget(page)
        page.deleteLater()

    def cover(self) -> None:
        """Hide everything at once: used before anything slow happens when the vault is locked."""
        curtain = QLabel(t("program.locked"))
        curtain.setFont(theme.font("lead"))
        curtain.setAlignment(Qt.AlignmentFlag.AlignCenter)
        curtain.setObjectName("page")
        curtain.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.cover_with(curtain)

    def keep_size(self) -> None:
        """Remember how large the window is."""
        self._settings.change(width=self.width(), height=self.height(), maximized=self.isMaximized())

    def close_anyway(self) -> None:
        """Close, whatever is lost by it."""
        self._may_close = lambda: True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open as long as something typed would be lost; else keep the size and go."""
        if not self._may_close():
            event.ignore()
            return
        if not self.isMaximized():
            self.keep_size()
        else:
            self._settings.change(maximized=True)
        event.accept()
