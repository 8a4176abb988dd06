# SPDX-License-Identifier: MIT
"""The panel for a contact note: over any page, written in ten seconds, Ctrl+Enter saves, Esc keeps what stands there.

open_note_panel(window, workspace, family_id=id)                    # a new note; None asks which family
open_note_panel(window, workspace, family_id=id, mends=note)        # the author's own, within a day
open_note_panel(window, workspace, family_id=id, corrects=note)     # later: something added
"""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from models.queries.journal import note
from models.queries.journal_entry import NoteRow
from models.values.refusal import Refusal, Refusals
from models.work.write_note import correct_note, mend_note, write_note
from views.commands import Command
from views.form.form import Form
from views.navigation import Navigator, Place
from views.pages.family.reasoned import Reasoned
from views.pages.journal.ground import ground
from views.pages.journal.note_form import TypedNote, TypedNoteAnywhere, filled, fresh, note_fields
from views.texts import t
from views.widgets.basics import announce, boxed, button, key_cap, label, row
from views.widgets.card import Card
from views.widgets.paint import dim
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

WIDTH, AIR = 660, 12
SIDE, EDGE, GAP = 20, 16, 12
SAVE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NotePanel(QWidget):
    """Lies over the window as the palette does; half-typed text comes back the next time."""

    # the id of the note that was written
    saved = Signal(object)

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        family_id: UUID | None = None,
        mends: NoteRow | None = None,
        corrects: NoteRow | None = None,
    ) -> None:
        window = ground(window)
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._over, self._workspace, self._family_id = window, workspace, family_id
        self._mends, self._corrects = mends, corrects
        self._before = window.focusWidget()
        self.draft_id = _draft_id(family_id, mends, corrects)
        title = t("journal.mend" if mends else "journal.correct" if corrects else "journal.new")
        self.setAccessibleName(title)
        asks = family_id is None
        self.form: Form[TypedNote] = Form(
            TypedNoteAnywhere if asks else TypedNote,
            note_fields(workspace, asks),
            workspace,
            draft_id=self.draft_id,
            before="journal.before_save",
        )
        self.form.set_value(filled(mends) if mends else fresh(workspace.today()))
        self._card = Card(margins=(SIDE, EDGE, SIDE, EDGE), gap=GAP)
        self._card.setParent(self)
        self._scroll = ScrollColumn(self.form)
        self._head, self._foot = label(title, "subtitle"), _buttons(self)
        self._card.add(self._head, self._scroll, self._foot)
        self.form.changed.connect(lambda _name: self._cover())
        window.installEventFilter(self)

    def open_over(self) -> None:
        """Show it with the caret where one begins to write."""
        self.show()
        self.raise_()
        self._cover()
        self.form.sheet.focus_field("family_id" if self._family_id is None else "text")

    def place(self) -> Place:
        """Which note it is, so that it comes back over a lock."""
        reason = self._workspace.reason if isinstance(self._workspace, Reasoned) else ""
        about = {"family": self._family_id, "mends": self._mends, "corrects": self._corrects}
        ids = {name: one.id if isinstance(one, NoteRow) else one for name, one in about.items()}
        return {"reason": reason, **{name: str(id) for name, id in ids.items() if id is not None}}

    def anew(self) -> None:
        """The same panel in the language spoken now."""
        self.form.flush()
        self.hide()
        self.setParent(None)
        self.deleteLater()
        open_note_panel(self._over, self._workspace, self._family_id, self._mends, self._corrects)

    def close_panel(self) -> None:
        """Go, keep what stands here, and give the focus back to where it was."""
        self.form.flush()
        before = self._before
        self.close()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def save(self) -> None:
        """Write the note, or show what is missing."""
        typed = self.form.draft()
        if typed is None:
            self._cover()
            return
        try:
            note_id = self._write(typed)
        except (Refusal, Refusals) as refused:
            self.form.show_refusal(refused)
            self._cover()
            return
        self.form.done()
        self.close_panel()
        self.saved.emit(note_id)

    def _write(self, typed: TypedNote) -> UUID:
        if self._mends is not None:
            return self._workspace.do(mend_note, self._mends.id, typed.draft())
        if self._corrects is not None:
            return self._workspace.do(correct_note, self._corrects.id, typed.draft())
        family_id = self._family_id or typed.family_id
        if family_id is None:
            raise Refusal("journal.family_missing", field="family_id")
        return self._workspace.do(write_note, family_id, typed.draft())

    def _cover(self) -> None:
        self.setGeometry(self._over.rect())
        width = min(WIDTH, self.width() - 2 * AIR)
        self._card.setFixedWidth(width)
        inside = self.form.sizeHint().height()
        if self.form.hasHeightForWidth():
            inside = max(inside, self.form.heightForWidth(width - 2 * SIDE - 12))
        around = self._head.sizeHint().height() + self._foot.sizeHint().height() + 2 * (GAP + EDGE)
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
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._cover()
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


def open_note_panel(
    window: QWidget,
    workspace: Workspace,
    family_id: UUID | None = None,
    mends: NoteRow | None = None,
    corrects: NoteRow | None = None,
) -> NotePanel:
    """Show the panel; one that is already open comes forward instead."""
    for child in ground(window).children():
        if isinstance(child, NotePanel) and child.isVisible():
            child.raise_()
            return child
    panel = NotePanel(window, workspace, family_id, mends, corrects)
    panel.saved.connect(lambda _id: _tell(ground(window)))
    panel.open_over()
    return panel


def reopen_note_panel(window: QWidget, workspace: Workspace, place: Place) -> None:
    """The panel that lay there before the lock; nothing when its note is gone."""
    reason, ids = str(place.get("reason") or ""), {name: str(id) for name, id in place.items()}
    at: Workspace = Reasoned(workspace, reason) if reason else workspace
    about = [UUID(ids[name]) if ids.get(name) else None for name in ("family", "mends", "corrects")]
    mends, corrects = (at.read(note, one, at.staff_id) if one else None for one in about[1:])
    if (mends is None) == (about[1] is None) and (corrects is None) == (about[2] is None):
        open_note_panel(window, at, about[0], mends, corrects)


def note_command(workspace: Workspace, navigator: Navigator) -> Command:
    """Ctrl+Shift+J on every page: for the family in view, else it asks which."""
    return Command("new.note", "journal.new", "Ctrl+Shift+J", _opener(workspace, navigator), icon="pen", letter="N")


def _opener(workspace: Workspace, navigator: Navigator) -> Callable[[], object]:
    def run() -> None:
        focus = QApplication.focusWidget()
        window = QApplication.activeWindow() or (focus.window() if focus else None)
        if window is not None:
            open_note_panel(window, _with_reason(workspace, navigator), family_in_view(navigator))

    return run


def family_in_view(navigator: Navigator) -> UUID | None:
    """The family whose workspace is shown, if any."""
    here = navigator.here()
    id = here.place.get("id") if here is not None and here.page == "family" else None
    return UUID(str(id)) if id else None


def _with_reason(workspace: Workspace, navigator: Navigator) -> Workspace:
    """Somebody else's family was opened with a reason: the note is written for the same one."""
    here = navigator.here()
    reason = str(here.place.get("reason") or "") if here is not None and here.page == "family" else ""
    return Reasoned(workspace, reason) if reason else workspace


def _buttons(panel: NotePanel) -> QWidget:
    save = button(t("journal.save"), kind="primary", run=panel.save)
    later = button(t("journal.later"), kind="flat", run=panel.close_panel)
    return boxed(row(save, key_cap("Ctrl+Enter"), 8, later, key_cap("Esc"), None))


def _chain(panel: NotePanel) -> list[QWidget]:
    """What is in the panel, in the order of Tab."""
    found, one = [], panel.nextInFocusChain()
    while one is not None and one is not panel:
        if panel.isAncestorOf(one):
            found.append(one)
        one = one.nextInFocusChain()
    return found


def _draft_id(family_id: UUID | None, mends: NoteRow | None, corrects: NoteRow | None) -> str:
    if mends is not None:
        return f"mend_note/{mends.id}"
    if corrects is not None:
        return f"correct_note/{corrects.id}"
    return f"new_note/{family_id or 'anywhere'}"


def _is_own(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (event.key() in SAVE_KEYS and control)


def _tell(window: QWidget) -> None:
    strip = getattr(window, "undo", None)
    offer = getattr(strip, "offer", None)
    if callable(offer):
        offer(t("journal.saved"), None)
    else:
        announce(window, t("journal.saved"))
