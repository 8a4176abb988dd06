# SPDX-License-Identifier: MIT
"""The contact persons of a service in the register; Enter mends one, Delete says that they have left."""

from uuid import UUID

from PySide6.QtCore import Signal

from models.queries.services import ContactRow, ServiceRow
from models.values.refusal import Refusal, Refusals
from models.work.edit_register import (
    ServiceContactDraft,
    add_service_contact,
    edit_service_contact,
    note_contact_left,
)
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import EmailEditor, PhoneEditor
from views.pages.services.register_words import contact_row
from views.texts import t
from views.widgets.basics import button, label
from views.widgets.card import Card
from views.widgets.flow import flow
from views.widgets.rows import RowList
from views.workspace import Workspace

FIELDS = (
    Field("name", "services.field.contact_name", need="required", missing="services.contact_missing"),
    Field("title", "services.field.title", need="optional"),
    Field("phone", "services.field.phone", PhoneEditor, need="optional"),
    Field("email", "services.field.email", EmailEditor, need="optional"),
)


class ContactsCard(Card):
    """The list, and one form for a new contact or the one that is mended."""

    done = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(t("services.contacts"), icon_name="person")
        self._workspace = workspace
        self._service: ServiceRow | None = None
        self._mending: ContactRow | None = None
        self._form: Form[ServiceContactDraft] | None = None
        self._list = RowList(t("services.contacts"), fit=True)
        self._list.opened.connect(lambda row: self._mend(row.value))
        self._list.pressed_key.connect(self._key)
        self._none = label(t("services.no_contacts"), "body", "muted", wrap=True)
        self._box = Card(kind="flat", margins=(0, 0, 0, 0))
        self._add = button(t("services.new_contact"), "plus", "flat", self._begin)
        self.add(self._list, self._none, self._box, flow(self._add), None)
        self._box.hide()

    def show_service(self, row: ServiceRow | None) -> None:
        """The contacts of this service."""
        if row is None or self._service is None or row.id != self._service.id:
            self._close()
        self._service = row
        self.setVisible(row is not None)
        contacts = row.contacts if row else ()
        self._list.show_rows([contact_row(one) for one in contacts])
        self._list.setVisible(bool(contacts))
        self._none.setVisible(not contacts and self._form is None)

    def _begin(self) -> None:
        assert self._service is not None
        self._mending = None
        form = Form(
            ServiceContactDraft, FIELDS, self._workspace, draft_id=f"service_contact/{self._service.id}", columns=1
        )
        self._open(form, t("services.add_contact"))

    def _mend(self, contact: object) -> None:
        if not isinstance(contact, ContactRow):
            return
        self._mending = contact
        draft_id = f"service_contact/{contact.id}"
        form = Form(ServiceContactDraft, FIELDS, self._workspace, draft_id=draft_id, columns=1)
        form.set_value(contact)
        self._open(form, t("services.save"))

    def _open(self, form: Form[ServiceContactDraft], verb: str) -> None:
        self._form = form
        self._box.empty()
        buttons = [button(verb, "check", run=self._save), button(t("services.cancel"), kind="flat", run=self._cancel)]
        if self._mending is not None:
            key = "services.is_back" if self._mending.left else "services.has_left"
            buttons.append(button(t(key), "right", "flat", self._leaves))
        self._box.add(form, flow(*buttons))
        self._box.show()
        self._add.hide()
        self._none.hide()
        form.sheet.focus_field("name")

    def _save(self) -> None:
        assert self._form is not None
        assert self._service is not None
        draft, do, before = self._form.draft(), self._workspace.do, self._mending
        if draft is None:
            return
        try:
            if before is None:
                id: UUID = do(add_service_contact, self._service.id, draft)
            else:
                id = do(edit_service_contact, before.id, draft)
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        self._form.done()
        self._close()
        self._list.setFocus()
        if before is None:
            self.done.emit(t("services.contact_added"), lambda: do(note_contact_left, id))
        else:
            former = ServiceContactDraft.model_validate(before, from_attributes=True)
            self.done.emit(t("services.contact_saved"), lambda: do(edit_service_contact, id, former))

    def _key(self, row: object, key: str) -> None:
        contact = getattr(row, "value", None)
        if key == "Delete" and isinstance(contact, ContactRow) and not contact.left:
            self._leave(contact, left=True)

    def _leaves(self) -> None:
        assert self._mending is not None
        contact = self._mending
        self._cancel()
        self._leave(contact, left=not contact.left)

    def _leave(self, contact: ContactRow, *, left: bool) -> None:
        do = self._workspace.do
        do(note_contact_left, contact.id, left)
        told = t("services.left_done") if left else t("services.back_done")
        self.done.emit(told, lambda: do(note_contact_left, contact.id, not left))

    def _cancel(self) -> None:
        if self._form is not None:
            self._form.done()
        self._close()
        self._list.setFocus()

    def _close(self) -> None:
        self._form = self._mending = None
        self._box.empty()
        self._box.hide()
        self._add.show()
