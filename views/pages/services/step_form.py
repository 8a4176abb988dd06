# SPDX-License-Identifier: MIT
"""The short form of one step: the day it happened, and what else only this step asks for."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from pydantic import BaseModel
from PySide6.QtCore import Signal

from models.queries.family_services import FamilyServiceRow
from models.records.family_service import ServiceState
from models.rules.service_states import complaint_basis
from models.values.refusal import Refusal, Refusals
from models.values.typed import Day
from models.work.family_services import (
    EndServiceDraft,
    MoveDraft,
    OwnCoordinatorDraft,
    end_family_service,
    move_family_service,
    note_own_coordinator,
    reveal_service,
)
from models.work.reveal_protected import RevealDraft
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field, Need
from views.form.form import Form
from views.form.text_editors import PhoneEditor, long_text
from views.pages.right.around import Around
from views.pages.services.family_words import name_of
from views.pages.services.undoing import undo_newest
from views.texts import t
from views.widgets.basics import button, label
from views.widgets.card import Card
from views.widgets.flow import flow

END, OWN, REVEAL = "end", "own", "reveal"
ENDING = (
    Field("ended_on", "family_services.field.ended_on", DateEditor, need="required"),
    Field("ended_reason", "family_services.field.ended_reason", long_text(2), need="required", width="full"),
)
REASON = (
    Field(
        "reason",
        "family_services.field.reason",
        hint="form.no_names",
        need="required",
        missing="family_services.reason_missing",
    ),
)
OWN_COORDINATOR = (
    Field("contact", "family_services.field.own_contact", need="optional"),
    Field("phone", "family_services.field.phone", PhoneEditor, need="optional"),
    Field("talked_on", "family_services.field.talked_on", past_date, need="optional"),
    Field("promised", "family_services.field.promised", long_text(2), need="optional", width="full"),
)


class StepForm(Card):
    """`step` is the state it goes to, or END, OWN or REVEAL."""

    # written or given up: the facts stand alone again
    finished = Signal()
    # the name and the people may be shown
    revealed = Signal()

    def __init__(self, around: Around, found: FamilyServiceRow, step: str) -> None:
        super().__init__(kind="flat", margins=(12, 10, 12, 12))
        self._around, self._found, self._step = around, found, step
        today = around.workspace.today()
        fields, draft, start = _asked(found, step)
        self._form: Form[BaseModel] = Form(
            draft, fields, around.workspace, draft_id=f"service_step/{found.id}/{step}", columns=1
        )
        if not self._form.is_changed():
            self._form.set_value({"on": today, "ended_on": today} | start)
        key = "coordinator" if step == OWN else step
        verb = "family_services.reveal" if step == REVEAL else "family_services.save"
        self.add(
            label(t(f"family_services.step_title.{key}"), "strong", wrap=True),
            self._form,
            flow(
                button(t(verb), "eye" if step == REVEAL else "check", "primary", self._save),
                button(t("services.cancel"), kind="flat", run=self._cancel),
            ),
        )

    def take(self) -> None:
        """The focus goes to the first field."""
        self._form.sheet.focus_field(next(iter(self._form.rows)))

    def _save(self) -> None:
        draft = self._form.draft()
        if draft is None:
            return
        try:
            self._do(self._found.id, draft)
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        self._form.done()
        if self._step == REVEAL:
            self.revealed.emit()
        else:
            told = t(f"family_services.told.{self._step}", name=name_of(self._found))
            self._around.tell(told, undo_newest(self._around))
        self.finished.emit()

    def _do(self, id: UUID, draft: BaseModel) -> None:
        do = self._around.workspace.do
        values = draft.model_dump()
        if self._step == END:
            do(end_family_service, id, EndServiceDraft.model_validate(values))
        elif self._step == REVEAL:
            do(reveal_service, id, RevealDraft.model_validate(values))
        elif self._step == OWN:
            do(note_own_coordinator, id, OwnCoordinatorDraft.model_validate(values))
        else:
            do(move_family_service, id, MoveDraft.model_validate(values | {"state": self._step}))

    def _cancel(self) -> None:
        self._form.done()
        self.finished.emit()


class _Moved(BaseModel):
    """What the form asks of a move; the state is known."""

    on: date
    complaint_due_on: Day = None


def _asked(found: FamilyServiceRow, step: str) -> tuple[Sequence[Field], type[BaseModel], dict[str, object]]:
    if step == END:
        return ENDING, EndServiceDraft, {}
    if step == REVEAL:
        return REASON, RevealDraft, {}
    if step == OWN:
        known = {name: getattr(found, name) for name in ("contact", "phone", "promised", "talked_on")}
        return OWN_COORDINATOR, OwnCoordinatorDraft, known
    when = Field("on", f"family_services.field.on_{step}", past_date, need="required")
    if step != ServiceState.REFUSED:
        return (when,), _Moved, {}
    counted = bool(complaint_basis(found.sector))
    hint = "family_services.complaint_counted" if counted else "family_services.complaint_asked"
    need: Need = "optional" if counted else "required"
    due = Field("complaint_due_on", "family_services.field.complaint_due_on", DateEditor, hint, need)
    return (when, due), _Moved, {}
