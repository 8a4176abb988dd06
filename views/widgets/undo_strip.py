# SPDX-License-Identifier: MIT
"""«Oppgaven er fullført. Angre»: a dark strip at the bottom instead of asking beforehand."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from models.values.refusal import Refusal, Refusals
from views.refused import said
from views.texts import t
from views.widgets.basics import announce, button, key_cap, label

SHOWN_MS = 8000
STEPS = 50


class UndoStrip(QFrame):
    """Floats over the bottom of its parent for eight seconds; stays while it has the focus or the pointer."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("card", "dark")
        self._steps: list[tuple[str, Callable[[], object]]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        self._text = label("")
        self._button = button(t("kit.undo"), run=self.undo)
        self._keys = key_cap("Ctrl+Z")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.setSpacing(14)
        for widget in (self._text, self._button, self._keys):
            layout.addWidget(widget)
        over.installEventFilter(self)
        self.hide()

    def offer(self, text: str, undo: Callable[[], object] | None) -> None:
        """Tell what was done and offer to undo it; it can be undone by key also after the strip has gone."""
        if undo is not None:
            self._steps = [*self._steps, (text, undo)][-STEPS:]
        self._tell(text, undo is not None)

    def _tell(self, text: str, can_undo: bool) -> None:
        self._text.setText(text)
        for widget in (self._button, self._keys):
            widget.setVisible(can_undo)
        self.setAccessibleName(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        announce(self, f"{text} {t('kit.undo_spoken')}" if can_undo else text)
        self._timer.start(SHOWN_MS)

    def can_undo(self) -> bool:
        """Whether something is left to undo."""
        return bool(self._steps)

    def undo(self) -> None:
        """Undo the newest thing not yet undone; the rules may say that it is too late."""
        if not self._steps:
            return
        text, undo = self._steps.pop()
        self._leave()
        try:
            undo()
        except (Refusal, Refusals) as refused:
            self._tell(said(refused), can_undo=False)
        else:
            announce(self, t("kit.undone", what=text))

    def _time_is_up(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start(2000)
            return
        self._leave()

    def _leave(self) -> None:
        self._timer.stop()
        self.hide()

    def _place(self) -> None:
        over = self._over
        self.setMaximumWidth(max(200, over.width() - 40))
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - 20)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.start(SHOWN_MS)
        super().enterEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
