# SPDX-License-Identifier: MIT
"""The fields of a task: what, who and when; who is found by typing."""

from collections.abc import Callable, Sequence
from uuid import UUID

from pydantic import BaseModel

from models.queries.responsible import Responsible, who_can
from models.queries.tasks import TaskRow
from models.values.refusal import Refusal
from models.values.typed import Day, Line, Name, RequiredLine, Text
from models.work.tasks import TaskDraft
from views.discreet import shown
from views.form.date_editor import SoonEditor
from views.form.editor import Around
from views.form.field import Field
from views.form.person_editor import Choice, PersonEditor
from views.form.text_editors import long_text
from views.pages.journal.family_editor import FamilyEditor
from views.texts import t
from views.workspace import Workspace

FIELD_OF = {"staff": "staff_id", "person": "person_id", "service": "family_service_id"}


class TypedTask(BaseModel):
    """What stands in the panel; `who` is «staff/id», «person/id», «service/id», or a name."""

    family_id: UUID | None = None
    what: RequiredLine
    who: Line = ""
    contact: Name = ""
    due_on: Day = None
    note: Text = ""

    def draft(self) -> TaskDraft:
        """The task itself."""
        kind, _, id = self.who.partition("/")
        named = {"what": self.what, "due_on": self.due_on, "note": self.note}
        if kind not in FIELD_OF:
            return TaskDraft(**named, who=self.who)
        return TaskDraft(**named, **{FIELD_OF[kind]: UUID(id)}, who=self.contact if kind == "service" else "")


class TypedTaskAnywhere(TypedTask):
    """The same where the family must be chosen."""

    family_id: UUID


class WhoEditor(PersonEditor):
    """Somebody of the list, or the name of somebody who is in none of them."""

    def value(self) -> object:
        return super().value() or ""

    def set_value(self, value: object) -> None:
        super().set_value(value)
        if self._chosen is None:
            self.box.setText(str(value or ""))

    def unreadable(self) -> str:
        return ""


def task_fields(workspace: Workspace, ask_family: bool, family: Callable[[], UUID | None]) -> list[Field]:
    """In the order one says it: what, who, by when."""
    asked = Field(
        "family_id",
        "tasks.field.family",
        lambda around: FamilyEditor(around, workspace),
        hint="journal.family_hint",
        width="full",
        missing="tasks.family_missing",
    )

    def who(around: Around) -> WhoEditor:
        return WhoEditor(around, lambda: choices(workspace, family()))

    return [
        *([asked] if ask_family else []),
        Field("what", "tasks.field.what", width="full", missing="tasks.what_missing"),
        Field("who", "tasks.field.who", who, hint="tasks.field.who_hint"),
        Field("due_on", "tasks.field.due_on", SoonEditor, hint="tasks.field.due_on_hint"),
        Field("contact", "tasks.field.contact", hint="tasks.field.contact_hint", when=_is_service),
        Field("note", "tasks.field.note", long_text(2, 5), need="optional", width="full"),
    ]


def choices(workspace: Workspace, family_id: UUID | None) -> Sequence[Choice]:
    """Everybody who can be given a task in this family."""
    if family_id is None:
        return ()
    try:
        return [_choice(one) for one in workspace.read(who_can, family_id, workspace.today())]
    except Refusal:
        # another's family: saving says what is missing
        return ()


def filled(task: TaskRow) -> dict[str, object]:
    """A task as it stands, to be mended."""
    ids = {"staff": task.staff_id, "person": task.person_id, "service": task.family_service_id}
    who = next((f"{kind}/{id}" for kind, id in ids.items() if id), task.who)
    contact = task.who if task.family_service_id else ""
    return {"what": task.what, "who": who, "contact": contact, "due_on": task.due_on, "note": task.note}


def _choice(one: Responsible) -> Choice:
    words = t("tasks.contact_at", name=shown(one.second)) if one.second else t(f"tasks.kind.{one.kind}")
    name = one.name if one.kind == "service" else shown(one.name)
    return Choice(f"{one.kind}/{one.id}", name, words)


def _is_service(values: object) -> bool:
    return isinstance(values, dict) and str(values.get("who") or "").startswith("service/")
