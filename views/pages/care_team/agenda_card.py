# SPDX-License-Identifier: MIT
"""The agenda of a planned meeting, edited in place: Ins adds, Del takes away, Ctrl+up and down move."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.queries.meetings import AgendaRow, MeetingSheet
from models.work.edit_agenda import (
    AgendaItemDraft,
    add_agenda_item,
    edit_agenda_item,
    move_agenda_item,
    remove_agenda_item,
)
from views.discreet import free_text
from views.form.field import Field
from views.form.form import Form
from views.form.several_editor import KindsEditor
from views.form.text_editors import TextEditor
from views.pages.care_team.team_card import Attempt
from views.pages.family.reading_only import may_write
from views.texts import t
from views.widgets.basics import button, label, row
from views.widgets.card import Card
from views.widgets.rows import Row, RowList
from views.workspace import Workspace

ITEM = (
    Field("title", "plan_meeting.item.title", width="full"),
    Field("who", "plan_meeting.item.who", need="optional"),
    Field("minutes", "plan_meeting.item.minutes", need="optional"),
    Field(
        "information", "plan_meeting.item.information", KindsEditor, "plan_meeting.item.information_hint", width="full"
    ),
)
ICONS = {"child": "heart", "since_last": "undo", "goal": "target", "transition": "flag", "consent": "shield"}


class AgendaRows(RowList):
    """The rows; Ctrl+up and down move the chosen one."""

    def __init__(self, spoken: str, move: Callable[[Row, int], object]) -> None:
        super().__init__(spoken, fit=True, marks=True)
        self._move = move

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        chosen = self.current()
        if step and chosen and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move(chosen, step)
            return
        super().keyPressEvent(event)


class AgendaCard(Card):
    """The list, and the chosen item's fields below it: what is written there is kept when it is left."""

    def __init__(self, workspace: Workspace, attempt: Attempt) -> None:
        new = button(t("plan_meeting.item.add"), "plus", "flat", self.add_item)
        super().__init__(t("plan_meeting.agenda"), right=new)
        self._workspace, self._attempt = workspace, attempt
        self._meeting_id: UUID | None = None
        self._items: tuple[AgendaRow, ...] = ()
        self._item_id: UUID | None = None
        self._length = label("", "caption", "muted")
        self.rows = AgendaRows(t("plan_meeting.agenda"), self._move)
        self.rows.moved.connect(lambda line: self._choose(line.value))
        self.rows.opened.connect(lambda _line: self.edit_item())
        self.rows.pressed_key.connect(self._key)
        self._fields = QWidget()
        self._form: Form[AgendaItemDraft] | None = None
        self.add(self.rows, self._fields, row(self._length, None))

    def show_meeting(self, sheet: MeetingSheet) -> None:
        """Show this agenda, and stay at the chosen item."""
        self._meeting_id, self._items = sheet.row.id, sheet.items
        self.rows.show_rows([_line(one, number) for number, one in enumerate(sheet.items, start=1)])
        minutes = sum(one.minutes for one in sheet.items)
        self._length.setText(t("plan_meeting.item.all_minutes", n=minutes))
        chosen = self.rows.current()
        self._choose(chosen.value if chosen else None)

    def add_item(self) -> None:
        """A new item, with the caret in its title."""
        meeting_id, made = self._meeting_id, list[UUID]()
        if meeting_id is None:
            return
        draft = AgendaItemDraft(title=t("plan_meeting.item.new"))
        self._attempt(lambda: made.append(self._workspace.do(add_agenda_item, meeting_id, draft)), "")
        if made:
            self.rows.choose(made[0])
            self.edit_item()

    def edit_item(self) -> None:
        """The caret in the title of the chosen item."""
        if self._form is not None:
            self._form.sheet.focus_field("title")
            editor = self._form.rows["title"].editor
            if isinstance(editor, TextEditor):
                editor.box.selectAll()

    def _choose(self, item: object) -> None:
        """Its fields come into view; the same item again only shows what has changed."""
        if not isinstance(item, AgendaRow):
            self._fields.hide()
            return
        if self._form is None or item.id != self._item_id:
            self._item_id = item.id
            self._replace_form(item)
        assert self._form is not None
        self._form.set_value(_values(item))
        self._fields.setVisible(may_write(self._workspace))

    def _replace_form(self, item: AgendaRow) -> None:
        if self._form is not None:
            self._form.flush()
        draft_id = f"agenda_item/{item.id}"
        form: Form[AgendaItemDraft] = Form(
            AgendaItemDraft, ITEM, self._workspace, draft_id=draft_id, on_commit=self._keep, columns=2
        )
        self.body.replaceWidget(self._fields, form)
        self._fields.hide()
        self._fields.setParent(None)
        self._fields.deleteLater()
        self._fields = self._form = form

    def _keep(self, name: str, value: object) -> None:
        item = next((one for one in self._items if one.id == self._item_id), None)
        if item is None:
            return
        draft = AgendaItemDraft.model_validate(_values(item) | {name: value or ("" if name != "minutes" else 0)})
        self._workspace.do(edit_agenda_item, item.id, draft)

    def _move(self, line: Row, step: int) -> None:
        item = line.value
        if isinstance(item, AgendaRow) and may_write(self._workspace):
            self._attempt(lambda: self._workspace.do(move_agenda_item, item.id, step), "")
            self.rows.choose(item.id)

    def _key(self, line: Row, key: str) -> None:
        item = line.value
        if key == "Delete" and isinstance(item, AgendaRow) and may_write(self._workspace):
            told = t("plan_meeting.item.removed")
            self._attempt(lambda: self._workspace.do(remove_agenda_item, item.id), told)


def _values(item: AgendaRow) -> dict[str, object]:
    return {"title": item.title, "who": item.who, "minutes": item.minutes, "information": item.information}


def _line(item: AgendaRow, number: int) -> Row:
    length = t("plan_meeting.item.length", n=item.minutes) if item.minutes else ""
    names = ", ".join(t(f"information.name.{kind}") for kind in sorted(item.information))
    reveals = t("plan_meeting.item.general") if item.general else names or t("plan_meeting.item.unsorted")
    return Row(
        item.id,
        f"{number} {free_text(item.title) or '…'}",
        second=" · ".join(filter(None, (length, item.who, reveals))),
        icon=ICONS.get(item.kind, "document"),
        value=item,
    )
