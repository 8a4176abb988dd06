# SPDX-License-Identifier: MIT
"""An item of the agenda in the room: its title, its time, and what it tells of, which decides who may read it."""

from collections.abc import Callable
from uuid import UUID

from pydantic import BaseModel
from pydantic import Field as Limits

from models.queries.meetings import AgendaRow
from models.rules.visibility import Information
from models.values.typed import Name, RequiredLine
from models.work.edit_agenda import A_DAY, AgendaItemDraft
from views.form.field import Field
from views.form.form import Form
from views.form.several_editor import KindsEditor
from views.form.text_editors import TextEditor
from views.texts import t
from views.widgets.basics import boxed, button, row
from views.widgets.card import Card
from views.workspace import Workspace


class TypedItem(BaseModel):
    """What stands in the form."""

    title: RequiredLine
    who: Name = ""
    minutes: int = Limits(default=10, ge=0, le=A_DAY)
    information: frozenset[Information] = frozenset()

    def draft(self) -> AgendaItemDraft:
        """The item itself."""
        return AgendaItemDraft(**self.model_dump())


class MinutesNumber(TextEditor):
    """How many minutes; anything but digits is left for the draft to say no to."""

    def value(self) -> object:
        return self.box.text().strip() or 0


FIELDS = (
    Field("title", "room.item.title", width="full", missing="room.item.title_missing"),
    Field("who", "room.item.who", need="optional"),
    Field("minutes", "room.item.minutes", MinutesNumber),
    Field("information", "room.item.kinds", KindsEditor, width="full", hint="room.item.kinds_hint"),
)


class ItemForm(Card):
    """Opens where the minutes stand, for a new item or to mend one."""

    def __init__(
        self,
        workspace: Workspace,
        meeting_id: UUID,
        item: AgendaRow | None,
        save: Callable[[AgendaItemDraft], bool],
        close: Callable[[], object],
        remove: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(t("room.item.edit" if item else "room.agenda.add"))
        self._save, self._close = save, close
        draft_id = f"agenda_item/{item.id if item else meeting_id}"
        self.form: Form[TypedItem] = Form(TypedItem, FIELDS, workspace, draft_id=draft_id)
        if item is not None:
            kinds = sorted(item.information)
            values = {"title": item.title, "who": item.who, "minutes": str(item.minutes), "information": kinds}
            self.form.set_value(values)
        away = [button(t("room.item.remove"), "bin", "flat", remove)] if remove else []
        keep = button(t("room.item.save"), "check", "primary", self.submit)
        buttons = row(keep, button(t("room.close"), kind="flat", run=close), *away, None)
        self.add(self.form, boxed(buttons), None)

    def focus_first(self) -> None:
        """Where one begins to write."""
        self.form.sheet.focus_field("title")

    def submit(self) -> None:
        """Keep it, or show what is wrong."""
        draft = self.form.draft()
        if draft is not None and self._save(draft.draft()):
            self.form.done()
            self._close()
