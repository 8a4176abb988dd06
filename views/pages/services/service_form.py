# SPDX-License-Identifier: MIT
"""The form of a service around the family: a new one, picked from the register or written, and one that is mended."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.family_services import FamilyServiceRow
from models.queries.people import PersonRow
from models.queries.services import register_rows
from models.records.family_service import ServiceState
from models.values.refusal import Refusal, Refusals
from models.work.family_services import (
    FamilyServiceDraft,
    NewFamilyServiceDraft,
    add_family_service,
    edit_family_service,
)
from views.discreet import shown
from views.form.date_editor import past_date
from views.form.field import Field, Section
from views.form.form import Form
from views.form.text_editors import EmailEditor, PhoneEditor, long_text
from views.pages.right.around import Around
from views.pages.services.choices import KIND, LEVEL, SECTOR, narrow_combo
from views.pages.services.family_words import amount_text
from views.pages.services.picking import RegisterPicker
from views.pages.services.undoing import undo_newest
from views.texts import t
from views.widgets.basics import boxed, button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.scroll import ScrollColumn

NEW_STATES = (ServiceState.RUNNING, ServiceState.GRANTED, ServiceState.APPLIED, ServiceState.WISHED)
# Which service and contact of the register it is: kept with the draft, never shown.
LINKS = ("register_id", "contact_id")


class ServiceForm(QWidget):
    """`begin_new` and `mend` open it; `finished` tells that it is done with, and on which service."""

    finished = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._children: Sequence[PersonRow] = ()
        self._row: FamilyServiceRow | None = None
        self._form: Form[FamilyServiceDraft] | None = None
        self._picker = RegisterPicker()
        self._picker.chosen.connect(self._picked)
        self._title = label("", "subtitle")
        self._inner = column(gap=12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollColumn(Card(gap=12).add(self._title, self._picker, self._inner, None)))

    def show_children(self, children: Sequence[PersonRow]) -> None:
        """Whom a service may be for, when there are several."""
        self._children = children

    def begin_new(self) -> None:
        """One more around the family."""
        self._row = None
        fields = (*_fields(self._children), *_beginning())
        form: Form[FamilyServiceDraft] = Form(
            NewFamilyServiceDraft, fields, self._around.workspace, draft_id=self._around.draft_id("new_family_service")
        )
        if not form.is_changed():
            form.sheet.set_value({"state": ServiceState.RUNNING})
        add = button(t("services.add"), "check", "primary", self.add)
        self._open(form, t("family_services.add"), [add, button(t("services.cancel"), kind="flat", run=self._cancel)])
        self._picker.search.setFocus()

    def mend(self, found: FamilyServiceRow) -> None:
        """What stands in the vault; every field saves itself as it is left."""
        self._row = found
        draft_id = self._around.draft_id("family_service", found.id)
        form: Form[FamilyServiceDraft] = Form(
            FamilyServiceDraft, _fields(self._children), self._around.workspace, draft_id=draft_id, on_commit=self._keep
        )
        form.set_value(_shown(found))
        self._open(form, found.name, [button(t("services.finished"), "check", run=self._close)])
        form.sheet.focus_field("name")

    def refresh(self, found: FamilyServiceRow | None) -> None:
        """What stands in the vault has changed."""
        if self._row is not None and found is not None and found.id == self._row.id and self._form is not None:
            self._row = found
            self._form.set_value(_shown(found))

    def is_new(self) -> bool:
        """Whether the form is for one more."""
        return self._form is not None and self._row is None

    def add(self) -> None:
        """Try to add it."""
        assert self._form is not None
        draft = self._form.draft()
        if not isinstance(draft, NewFamilyServiceDraft):
            return
        raw = self._form.value()
        linked = draft.model_copy(update={name: UUID(str(raw[name])) if raw[name] else None for name in LINKS})
        try:
            id = self._around.workspace.do(add_family_service, self._around.family_id, linked)
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        self._form.done()
        self._form = None
        self.finished.emit(id)
        self._around.tell(t("family_services.added", name=draft.name), undo_newest(self._around))

    def _open(self, form: Form[FamilyServiceDraft], title: str, buttons: Sequence[QWidget]) -> None:
        self._form = form
        self._picker.show_register(self._around.workspace.read(register_rows, self._around.workspace.staff_id))
        self._picker.search.clear()
        self._title.setText(title)
        clear(self._inner)
        self._inner.addWidget(form)
        self._inner.addWidget(boxed(row(*buttons, None)))

    def _picked(self, taken: Mapping[str, object]) -> None:
        assert self._form is not None
        if self._row is None:
            self._form.sheet.set_value(taken)
            self._form.sheet.focus_field("gives")
            return
        self._save({name: value or None if name in LINKS else value for name, value in taken.items()})

    def _keep(self, name: str, value: object) -> None:
        self._save({name: value if value is not None or name in ("child_id", "granted", "delivered") else ""})

    def _save(self, changed: Mapping[str, object]) -> None:
        assert self._row is not None
        plain = {one: getattr(self._row, one) for one in FamilyServiceDraft.model_fields}
        draft = FamilyServiceDraft.model_validate(plain | dict(changed))
        self._around.workspace.do(edit_family_service, self._row.id, draft)

    def _cancel(self) -> None:
        assert self._form is not None
        self._form.done()
        self._close()

    def _close(self) -> None:
        if self._form is not None:
            self._form.flush()
        id = self._row.id if self._row else None
        self._form = None
        self.finished.emit(id)


def _shown(found: FamilyServiceRow) -> dict[str, object]:
    values = {name: getattr(found, name) for name in FamilyServiceDraft.model_fields if name not in LINKS}
    return values | {"granted": amount_text(found.granted), "delivered": amount_text(found.delivered)}


def _fields(children: Sequence[PersonRow]) -> tuple[Field | Section, ...]:
    whose = [(str(one.id), shown(one.given_name) or t("family_services.unnamed")) for one in children]
    child = Field(
        "child_id", "family_services.field.child", narrow_combo(lambda: whose, "family_services.whole_family")
    )
    return (
        Field("name", "services.field.name", need="required", missing="services.name_missing"),
        *((child,) if len(children) > 1 else ()),
        Field("contact", "family_services.field.contact", need="optional"),
        Field("contact_title", "services.field.title", need="optional"),
        Field("phone", "services.field.phone", PhoneEditor, need="optional"),
        Field("email", "services.field.email", EmailEditor, need="optional"),
        Field("gives", "family_services.field.gives", long_text(2), need="optional", width="full"),
        Field("granted", "family_services.field.granted", need="optional"),
        Field("delivered", "family_services.field.delivered", need="optional"),
        Field("unit", "family_services.field.unit", hint="family_services.unit_hint", need="optional"),
        Field("level", "services.field.level", LEVEL),
        Field("kind", "services.field.kind", KIND, need="optional"),
        Field("sector", "services.field.sector", SECTOR, "services.sector_hint"),
        Field("note", "family_services.field.note", long_text(2), need="optional", width="full"),
    )


def _beginning() -> tuple[Field, ...]:
    def states() -> list[tuple[str, str]]:
        return [(state.value, t(f"family_services.state.{state}")) for state in NEW_STATES]

    def hidden(_values: Mapping[str, object]) -> bool:
        return False

    return (
        Field("state", "family_services.field.state", narrow_combo(states)),
        Field("on", "family_services.field.on", past_date, need="optional"),
        *(Field(name, "services.title", when=hidden) for name in LINKS),
    )
