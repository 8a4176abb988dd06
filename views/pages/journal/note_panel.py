# SPDX-License-Identifier: MIT
"""The panel for a contact note: over any page, written in ten seconds, Ctrl+Enter saves, Esc keeps what stands there.

open_note_panel(window, workspace, family_id=id)                    # a new note; None asks which family
open_note_panel(window, workspace, family_id=id, mends=note)        # the author's own, within a day
open_note_panel(window, workspace, family_id=id, corrects=note)     # later: something added
"""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from models.queries.journal import note
from models.queries.journal_entry import NoteRow
from models.values.refusal import Refusal
from models.work.write_note import correct_note, mend_note, write_note
from views.commands import Command
from views.form.form import Form
from views.form.panel import FormPanel, family_chosen, show_panel, tell
from views.navigation import Navigator, Place
from views.pages.family.reasoned import Reasoned, family_in_view, with_reason
from views.pages.family.undoing import undone
from views.pages.journal.note_form import TypedNote, TypedNoteAnywhere, filled, fresh, note_fields
from views.texts import t
from views.workspace import Workspace


class NotePanel(FormPanel[TypedNote]):
    """A new note, one that is mended, or something added to one."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        family_id: UUID | None = None,
        mends: NoteRow | None = None,
        corrects: NoteRow | None = None,
    ) -> None:
        self._workspace, self._family_id, self._mends, self._corrects = workspace, family_id, mends, corrects
        asks = family_id is None
        form: Form[TypedNote] = Form(
            TypedNoteAnywhere if asks else TypedNote,
            note_fields(workspace, asks, lambda: family_chosen(self, family_id)),
            workspace,
            draft_id=_draft_id(family_id, mends, corrects),
            before="journal.before_save",
        )
        form.set_value(filled(mends) if mends else fresh(workspace.today()))
        title = t("journal.mend" if mends else "journal.correct" if corrects else "journal.new")
        super().__init__(window, title, form, t("journal.save"))

    def place(self) -> Place:
        """Which note it is, so that it comes back over a lock."""
        reason = self._workspace.reason if isinstance(self._workspace, Reasoned) else ""
        about = {"family": self._family_id, "mends": self._mends, "corrects": self._corrects}
        ids = {name: one.id if isinstance(one, NoteRow) else one for name, one in about.items()}
        return {"reason": reason, **{name: str(id) for name, id in ids.items() if id is not None}}

    def reopen(self) -> None:
        open_note_panel(self.over, self._workspace, self._family_id, self._mends, self._corrects)

    def write(self, typed: TypedNote) -> UUID:
        """Write it; gives the family it was written in."""
        family_id = self._family_id or typed.family_id
        if family_id is None:
            raise Refusal("journal.family_missing", field="family_id")
        if self._mends is not None:
            self._workspace.do(mend_note, self._mends.id, typed.draft())
        elif self._corrects is not None:
            self._workspace.do(correct_note, self._corrects.id, typed.draft())
        else:
            self._workspace.do(write_note, family_id, typed.draft())
        return family_id


def open_note_panel(
    window: QWidget,
    workspace: Workspace,
    family_id: UUID | None = None,
    mends: NoteRow | None = None,
    corrects: NoteRow | None = None,
) -> None:
    """Show the panel; one that is already open comes forward instead."""
    first = "family_id" if family_id is None else "text"
    panel = show_panel(window, lambda over: NotePanel(over, workspace, family_id, mends, corrects), first)
    if panel is not None:
        panel.saved.connect(lambda family: tell(window, t("journal.saved"), undone(workspace, family)))


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
            open_note_panel(window, with_reason(workspace, navigator), family_in_view(navigator))

    return run


def _draft_id(family_id: UUID | None, mends: NoteRow | None, corrects: NoteRow | None) -> str:
    if mends is not None:
        return f"mend_note/{mends.id}"
    if corrects is not None:
        return f"correct_note/{corrects.id}"
    return f"new_note/{family_id or 'anywhere'}"
