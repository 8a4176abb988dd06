# SPDX-License-Identifier: MIT
"""A new family from one short form; «Opprett» leads straight to Rett og avgjørelse."""

from PySide6.QtWidgets import QWidget

from models.records.enquiry import Channel
from models.records.person import AddressProtection
from models.values.refusal import Refusal, Refusals
from models.work.register_family import FamilyDraft, municipality_language, register_family
from views.commands import Command
from views.form.form import Form
from views.navigation import Navigator, Place
from views.pages.new_family.duplicate_card import DuplicateCard
from views.pages.new_family.fields import FIELDS
from views.pages.page import Page
from views.texts import t
from views.widgets.basics import boxed, button, column, row
from views.widgets.page_header import PageHeader
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

LOOKED_AT = {"child_given_name", "child_family_name", "guardian_family_name", "born_on", "national_id", "expected"}


class NewFamilyPage(Page):
    """Half-typed text comes back by itself; nothing is a family before «Opprett»."""

    title = "new_family.title"
    help = "new_family"
    nav = "families"

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(workspace, navigator)
        crumbs = [(t("families.title"), self._back), (t(self.title), None)]
        self.body.addWidget(PageHeader(t(self.title), t("new_family.context"), crumbs=crumbs))
        self._duplicates = DuplicateCard(workspace, navigator)
        self.body.addWidget(self._duplicates)
        self._form = Form(FamilyDraft, FIELDS, workspace, draft_id="new_family", before="new_family.before")
        self._form.set_value(
            {
                "received_on": workspace.today(),
                "channel": Channel.ORAL,
                "address_protection": AddressProtection.NONE,
                "language": workspace.read(municipality_language),
            }
        )
        self._form.changed.connect(self._changed_field)
        self.body.addWidget(ScrollColumn(column(self._form, None, margins=(2, 2, 10, 8))), 1)
        create = button(t("new_family.create"), "check", "primary", self._create, tip=t("new_family.create_tip"))
        self.body.addWidget(boxed(row(create, button(t("new_family.back"), run=self._back), None)))
        self._duplicates.look(self._form.value())

    def go_to(self, place: Place) -> None:
        """The form is where it was left."""

    def commands(self) -> list[Command]:
        return [
            Command("new_family.create", "new_family.create", "Ctrl+Return; Ctrl+Enter", self._create, icon="check")
        ]

    def first_focus(self) -> QWidget:
        return self._form.rows["child_given_name"].editor.target()

    def _changed_field(self, name: str) -> None:
        if name in LOOKED_AT:
            self._duplicates.look(self._form.value())

    def _create(self) -> None:
        draft = self._form.draft()
        if draft is None:
            return
        try:
            family_id = self.workspace.do(register_family, draft)
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        self._form.done()
        self._duplicates.look({})
        self.done.emit(t("new_family.created"), None)
        self.navigator.open("family", id=str(family_id), tab="right")

    def _back(self) -> None:
        self._form.flush()
        self.navigator.open("families")
