# SPDX-License-Identifier: MIT
"""One service of the register: read first, mended field by field, or a new one on its way in."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from models.queries.services import ServiceRow
from models.records.service import ServiceLevel
from models.values.refusal import Refusal, Refusals
from models.work.edit_register import (
    ServiceDraft,
    add_service,
    edit_service,
    end_service,
    resume_service,
    take_out_services,
)
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import EmailEditor, PhoneEditor, long_text
from views.pages.services.choices import KIND, LEVEL, SECTOR
from views.pages.services.register_words import duty_to_cooperate, facts
from views.texts import t
from views.widgets.basics import badge, button, label
from views.widgets.card import Card
from views.widgets.flow import flow
from views.workspace import Workspace

FIELDS = (
    Field("name", "services.field.name", need="required", missing="services.name_missing"),
    Field("level", "services.field.level", LEVEL),
    Field("kind", "services.field.kind", KIND, need="optional"),
    Field("sector", "services.field.sector", SECTOR, "services.sector_hint"),
    Field("phone", "services.field.phone", PhoneEditor, need="optional"),
    Field("email", "services.field.email", EmailEditor, need="optional"),
    Field("web", "services.field.web", need="optional"),
    Field("address", "services.field.address", need="optional"),
    Field("org_number", "services.field.org_number", need="optional"),
    Field("helps_with", "services.field.helps_with", long_text(2), need="optional", width="full"),
)


class RegisterCard(Card):
    """`show_service(None)` shows nothing; `begin_new` opens the form for one more."""

    # (text, undo or None), as a page tells it
    done = Signal(str, object)
    # the service that was just added
    added = Signal(object)
    # the form was left: the list may have the focus again
    closed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._row: ServiceRow | None = None
        self._form: Form[ServiceDraft] | None = None
        self._mode = "read"

    def show_service(self, row: ServiceRow | None) -> None:
        """Show this one; a form that is open on it stays, and so does a new one."""
        if self._mode == "new":
            return
        same = row is not None and self._row is not None and row.id == self._row.id
        self._row = row
        if self._mode == "edit" and same and self._form is not None:
            self._form.set_value(row)
            return
        self._read()

    def begin_new(self) -> None:
        """The form for one more."""
        self._mode = "new"
        self._form = Form(ServiceDraft, FIELDS, self._workspace, draft_id="new_service", columns=1)
        self._form.sheet.set_value({} if self._form.is_changed() else {"level": ServiceLevel.MUNICIPAL})
        add = button(t("services.add"), "check", "primary", self._create)
        self._show_form(t("services.new"), [add, button(t("services.cancel"), kind="flat", run=self._discard)])

    def is_new(self) -> bool:
        """Whether somebody is writing a new one."""
        return self._mode == "new"

    def _read(self) -> None:
        self._mode, self._form, row = "read", None, self._row
        self.empty()
        if row is None:
            self.add(label(t("services.choose"), "body", "muted", wrap=True), None)
            return
        badges = [badge(t(f"services.level.{row.level}"), "neutral")]
        if row.ended:
            badges.append(badge(t("services.ended"), "warning"))
        if row.families:
            badges.append(badge(t("services.used_by", n=row.families), "info"))
        self.add(label(row.name, "lead", wrap=True), flow(*badges))
        for said in (row.helps_with, *facts(row)):
            if said:
                self.add(label(said, "body", wrap=True))
        if duty := duty_to_cooperate(row.sector, self._workspace.today()):
            self.add(label(duty, "caption", "muted", wrap=True))
        end = (
            button(t("services.resume"), "undo", "flat", self._resume)
            if row.ended
            else button(t("services.end"), "cross", "flat", self._end)
        )
        self.add(flow(button(t("services.edit"), "pen", run=self.edit), end), None)

    def edit(self) -> None:
        """Mend it here; every field saves itself as it is left."""
        if self._row is None:
            return
        self._mode, id = "edit", self._row.id
        self._form = Form(
            ServiceDraft, FIELDS, self._workspace, draft_id=f"service/{id}", on_commit=self._keep, columns=1
        )
        self._form.set_value(self._row)
        self._show_form(self._row.name, [button(t("services.finished"), "check", run=self._close)])

    def _show_form(self, title: str, buttons: Sequence[QPushButton]) -> None:
        assert self._form is not None
        self.empty()
        self.add(label(title, "lead", wrap=True), self._form, flow(*buttons), None)
        self._form.sheet.focus_field("name")

    def _keep(self, name: str, value: object) -> None:
        assert self._row is not None
        plain = {one: getattr(self._row, one) for one in ServiceDraft.model_fields}
        self._workspace.do(edit_service, self._row.id, ServiceDraft.model_validate(plain | {name: value or ""}))

    def _create(self) -> None:
        assert self._form is not None
        draft = self._form.draft()
        if draft is None:
            return
        do = self._workspace.do
        try:
            id: UUID = do(add_service, draft)
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        self._form.done()
        self._mode = "read"
        self.added.emit(id)
        self.done.emit(t("services.added", name=draft.name), lambda: do(take_out_services, (id,)))

    def _discard(self) -> None:
        if self._form is not None:
            self._form.done()
        self._close()

    def _close(self) -> None:
        if self._form is not None:
            self._form.flush()
        self._read()
        self.closed.emit()

    def _end(self) -> None:
        self._switch(end_service, t("services.ended_done"), resume_service)

    def _resume(self) -> None:
        self._switch(resume_service, t("services.resumed_done"), end_service)

    def _switch(self, work: Callable[..., UUID], told: str, back: Callable[..., UUID]) -> None:
        assert self._row is not None
        do, id = self._workspace.do, self._row.id
        do(work, id)
        self.closed.emit()
        self.done.emit(told, lambda: do(back, id))
