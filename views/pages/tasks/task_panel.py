# SPDX-License-Identifier: MIT
"""The panel for a task, over any page: Ctrl+Shift+O; Ctrl+Enter takes it on, Esc keeps what stands there."""

from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from models.queries.tasks import TaskRow, task_of
from models.values.refusal import Refusal
from models.work.tasks import add_task, edit_task
from views.commands import Command
from views.form.form import Form
from views.form.panel import FormPanel, family_chosen, show_panel, tell
from views.navigation import Navigator, Place
from views.pages.family.reasoned import Reasoned, family_in_view, with_reason
from views.pages.family.undoing import undone
from views.pages.tasks.task_form import TypedTask, TypedTaskAnywhere, filled, task_fields
from views.texts import t
from views.workspace import Workspace


class TaskPanel(FormPanel[TypedTask]):
    """A new task, or one that is mended."""

    def __init__(
        self, window: QWidget, workspace: Workspace, family_id: UUID | None = None, mends: TaskRow | None = None
    ) -> None:
        self._workspace, self._family_id, self._mends = workspace, family_id, mends
        asks = family_id is None
        form: Form[TypedTask] = Form(
            TypedTaskAnywhere if asks else TypedTask,
            task_fields(workspace, asks, lambda: family_chosen(self, family_id)),
            workspace,
            draft_id=f"edit_task/{mends.id}" if mends else f"new_task/{family_id or 'anywhere'}",
            before="form.panel.before",
        )
        form.set_value(filled(mends) if mends else {"who": f"staff/{workspace.staff_id}"} if family_id else {})
        super().__init__(window, t("tasks.mend" if mends else "tasks.new"), form, t("tasks.save"))

    def place(self) -> Place:
        """Which task it is, so that it comes back over a lock."""
        reason = self._workspace.reason if isinstance(self._workspace, Reasoned) else ""
        ids = {"family": self._family_id, "mends": self._mends.id if self._mends else None}
        return {"panel": "task", "reason": reason, **{name: str(id) for name, id in ids.items() if id}}

    def reopen(self) -> None:
        open_task_panel(self.over, self._workspace, self._family_id, self._mends)

    def write(self, typed: TypedTask) -> UUID:
        """Take it on, or mend it; gives the family it was done in."""
        family_id = self._family_id or typed.family_id
        if family_id is None:
            raise Refusal("tasks.family_missing", field="family_id")
        if self._mends is not None:
            self._workspace.do(edit_task, self._mends.id, typed.draft())
        else:
            self._workspace.do(add_task, family_id, typed.draft())
        return family_id


def open_task_panel(
    window: QWidget, workspace: Workspace, family_id: UUID | None = None, mends: TaskRow | None = None
) -> None:
    """Show the panel; one that is already open comes forward instead."""
    first = "family_id" if family_id is None else "what"
    panel = show_panel(window, lambda over: TaskPanel(over, workspace, family_id, mends), first)
    if panel is not None:
        said = t("tasks.mended" if mends else "tasks.added")
        panel.saved.connect(lambda family: tell(window, said, undone(workspace, family)))


def reopen_task_panel(window: QWidget, workspace: Workspace, place: Place) -> None:
    """The panel that lay there before the lock; nothing when its task is gone."""
    reason, family, mends = (str(place.get(name) or "") for name in ("reason", "family", "mends"))
    at: Workspace = Reasoned(workspace, reason) if reason else workspace
    task = at.read(task_of, UUID(mends)) if mends else None
    if (task is None) == (not mends):
        open_task_panel(window, at, UUID(family) if family else None, task)


def task_command(workspace: Workspace, navigator: Navigator) -> Command:
    """Ctrl+Shift+O on every page: for the family in view, else it asks which."""

    def run() -> None:
        focus = QApplication.focusWidget()
        window = QApplication.activeWindow() or (focus.window() if focus else None)
        if window is not None:
            open_task_panel(window, with_reason(workspace, navigator), family_in_view(navigator))

    return Command("new.task", "tasks.new", "Ctrl+Shift+O", run, icon="task", letter="O")
