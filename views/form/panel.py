# SPDX-License-Identifier: MIT
"""A form that lies over the page: Ctrl+Enter saves, Esc keeps what stands there, Tab stays inside.

class NotePanel(FormPanel[TypedNote]):
    def write(self, typed: TypedNote) -> object: ...     # may raise Refusal: shown beside the field
    def reopen(self) -> object: ...                      # the same panel in another language

show_panel(window, lambda over: NotePanel(over, …)).saved.connect(…)
"""

from collections.abc import Callable
from typing import Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from models.values.refusal import Refusal, Refusals
from views.form.form import Form
from views.navigation import Place
from views.texts import t
from views.widgets.basics import announce, boxed, button, key_cap, label, row
from views.widgets.card import Card
from views.widgets.ground import ground
from views.widgets.paint import dim
from views.widgets.scroll import ScrollColumn

WIDTH, AIR = 660, 12
SIDE, EDGE, GAP = 20, 16, 12
SAVE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Draft = TypeVar("Draft", bound=BaseModel)
P = TypeVar("P", bound="FormPanel")  # type: ignore[type-arg]


class FormPanel(QWidget, Generic[Draft]):
    """Lies over the window as the palette does; half-typed text comes back the next time."""

    # what `write` gave
    saved = Signal(object)

    def __init__(
        self, over: QWidget, title: str, form: Form[Draft], save: str, about: str = "", leave: str = ""
    ) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.over, self.form = over, form
        self.draft_id = form.draft_id
        self._before = over.focusWidget()
        self.setAccessibleName(title)
        self._card = Card(margins=(SIDE, EDGE, SIDE, EDGE), gap=GAP)
        self._card.setParent(self)
        self._scroll = ScrollColumn(form)
        said = [label(about, "body", "muted", wrap=True)] if about else []
        self._around = [label(title, "subtitle"), *said, _buttons(self, save, leave or t("form.panel.later"))]
        self._card.add(*self._around[:-1], self._scroll, self._around[-1])
        form.changed.connect(lambda _name: self.fit())
        over.installEventFilter(self)

    def write(self, typed: Draft) -> object:
        """Do what the panel is for."""
        raise NotImplementedError

    def reopen(self) -> object:
        """Open the same panel again, in the language spoken now."""
        raise NotImplementedError

    def place(self) -> Place:
        """What brings the panel back over a lock; nothing for one that is quickly opened again."""
        return {}

    def open_at(self, field: str) -> None:
        """Show it with the caret where one begins to write."""
        self.show()
        self.raise_()
        self.fit()
        self.form.sheet.focus_field(field)
        # what stands below a field, such as how a date was read, is known once the form has been laid out
        QTimer.singleShot(0, self, self.fit)

    def anew(self) -> None:
        """The language has changed: the panel is made again, what stands in it kept."""
        self.form.flush()
        self.hide()
        self.setParent(None)
        self.deleteLater()
        self.reopen()

    def close_panel(self) -> None:
        """Go, keep what stands here, and give the focus back to where it was."""
        self.form.flush()
        before = self._before
        self.close()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def save(self) -> None:
        """Do it, or show what is missing."""
        typed = self.form.draft()
        if typed is None:
            self.fit()
            return
        try:
            done = self.write(typed)
        except (Refusal, Refusals) as refused:
            self.form.show_refusal(refused)
            self.fit()
            return
        self.form.done()
        self.close_panel()
        self.saved.emit(done)

    def fit(self) -> None:
        """Cover the window, and be as tall as the form asks for."""
        self.setGeometry(self.over.rect())
        width = min(WIDTH, self.width() - 2 * AIR)
        self._card.setFixedWidth(width)
        inside = max(self.form.sizeHint().height(), self.form.minimumSizeHint().height())
        inner = width - 2 * SIDE
        if self.form.hasHeightForWidth():
            inside = max(inside, self.form.heightForWidth(inner - 12))
        heights = [one.heightForWidth(inner) if one.hasHeightForWidth() else -1 for one in self._around]
        pairs = zip(self._around, heights, strict=True)
        around = sum(max(high, one.sizeHint().height()) for one, high in pairs) + len(heights) * GAP + 2 * EDGE
        tall = max(120, min(inside + 6, self.height() - 2 * AIR - around))
        self._scroll.setFixedHeight(tall)
        self._card.setFixedHeight(tall + around)
        self._card.move((self.width() - width) // 2, max(AIR, (self.height() - tall - around) // 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        dim(self)

    def event(self, event: QEvent) -> bool:
        # The page below has its own Ctrl+Enter and Esc; while the panel is up they are the panel's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in SAVE_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        else:
            event.accept()

    def mousePressEvent(self, event: object) -> None:
        """A click beside the card does nothing: half a note is not given up by a slip of the hand."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.over and event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays in the panel."""
        reachable = [one for one in _chain(self) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        reachable = [one for one in reachable if one.isVisible() and one.isEnabled()]
        if not reachable:
            return False
        now = QApplication.focusWidget()
        place = reachable.index(now) if now in reachable else -1
        target = reachable[(place + (1 if next else -1)) % len(reachable)]
        target.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True


def family_chosen(panel: QWidget, known: UUID | None) -> UUID | None:
    """The family the panel was opened for, or the one chosen in its own field."""
    form = getattr(panel, "form", None)
    if known is not None or not isinstance(form, Form):
        return known
    try:
        return UUID(str(form.value().get("family_id")))
    except ValueError:
        return None


def panel_over(window: QWidget) -> "FormPanel | None":  # type: ignore[type-arg]
    """The panel that lies over this window now; one at a time."""
    found = (one for one in ground(window).children() if isinstance(one, FormPanel) and one.isVisible())
    return next(found, None)


def show_panel(window: QWidget, make: Callable[[QWidget], P], field: str) -> P | None:
    """Show a panel with the caret in this field; one that is already open comes forward instead."""
    standing = panel_over(window)
    if standing is not None:
        standing.raise_()
        return None
    panel = make(ground(window))
    panel.open_at(field)
    return panel


def tell(window: QWidget, text: str, undo: Callable[[], object] | None = None) -> None:
    """What was done, in the strip of the window with its «Angre»."""
    strip = getattr(ground(window), "undo", None)
    offer = getattr(strip, "offer", None)
    if callable(offer):
        offer(text, undo)
    else:
        announce(ground(window), text)


def _buttons(panel: FormPanel[Draft], save: str, leave: str) -> QWidget:
    do = button(save, kind="primary", run=panel.save)
    later = button(leave, kind="flat", run=panel.close_panel)
    return boxed(row(do, key_cap("Ctrl+Enter"), 8, later, key_cap("Esc"), None))


def _chain(panel: QWidget) -> list[QWidget]:
    """What is in the panel, in the order of Tab."""
    found, one = [], panel.nextInFocusChain()
    while one is not None and one is not panel:
        if panel.isAncestorOf(one):
            found.append(one)
        one = one.nextInFocusChain()
    return found


def _is_own(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (event.key() in SAVE_KEYS and control)
