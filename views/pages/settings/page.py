# SPDX-License-Identifier: MIT
"""The page «Maler og oppsett»; every field saves itself when it is left."""

from PySide6.QtWidgets import QHBoxLayout

from models.queries.access import rights_of
from models.queries.office import OfficeCard, StaffCard, office, staff_cards
from models.records.municipality import Municipality
from models.records.staff import Staff
from models.rules.rights import Right
from models.values.changes import ChangeSet
from models.work.edit_staff import OwnDraft, edit_own_details
from models.work.set_up import MunicipalityDraft, edit_municipality
from views.form.form import Form
from views.navigation import Navigator, Place
from views.pages.page import Page
from views.pages.settings.backup import BackupCard
from views.pages.settings.cards import LookCard, PassphraseCard, VaultCard
from views.pages.settings.check import CheckCard
from views.pages.settings.fields import MUNICIPALITY, PERSON
from views.pages.settings.key_cards import DeviceCard, RecoveryCard
from views.pages.settings.machine import Machine
from views.pages.settings.people import PeopleCard
from views.pages.settings.shield import ShieldCard
from views.texts import t
from views.widgets.basics import button, column, label, row
from views.widgets.card import Card
from views.widgets.page_header import PageHeader
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class SettingsPage(Page):
    """Municipality, arms, oneself, colleagues, look, passphrase, and the vault."""

    title = "settings.title"
    help = "settings"

    def __init__(self, workspace: Workspace, navigator: Navigator, machine: Machine) -> None:
        super().__init__(workspace, navigator)
        self._machine = machine
        self.body.addWidget(PageHeader(t(self.title), t("settings.context")))
        self._municipality = Form(
            MunicipalityDraft,
            MUNICIPALITY,
            workspace,
            draft_id="municipality",
            on_commit=self._keep_office,
            columns=2,
        )
        self._person = Form(OwnDraft, PERSON, workspace, draft_id="oneself", on_commit=self._keep_person, columns=2)
        self._arms = label("", "body", "muted", wrap=True)
        self._remove_arms = button(t("municipality.arms_remove"), kind="flat", run=self._no_arms)
        self._people = PeopleCard(workspace, navigator)
        municipality = Card(t("settings.municipality"), icon_name="house")
        municipality.add(self._municipality, self._arms_row())
        municipality.setVisible(Right.OFFICE in workspace.read(rights_of, workspace.staff_id))
        self._backup = BackupCard(machine.backups, workspace.now)
        recovery = RecoveryCard(workspace, machine.keys, self.done)
        recovery.setVisible(Right.ROLES in workspace.read(rights_of, workspace.staff_id))
        cards = column(
            municipality,
            Card(t("settings.person"), icon_name="person").add(self._person),
            self._people,
            LookCard(machine),
            PassphraseCard(workspace, machine, self.done),
            DeviceCard(workspace, machine.keys, self.done),
            recovery,
            self._backup,
            ShieldCard(machine.shield),
            VaultCard(machine),
            CheckCard(machine.checker),
            None,
            gap=14,
        )
        self.body.addWidget(ScrollColumn(cards), 1)
        self.reload()

    def go_to(self, place: Place) -> None:
        if place.get("card") == "backup":
            self._backup.choose.setFocus()

    def concerns(self, changes: ChangeSet) -> bool:
        return changes.touches(Municipality, Staff)

    def reload(self) -> None:
        self._office: OfficeCard = self.workspace.read(office)
        people = self.workspace.read(staff_cards)
        self._me: StaffCard = next(one for one in people if one.id == self.workspace.staff_id)
        self._municipality.set_value(self._office)
        self._person.set_value(self._me)
        self._arms.setText(t("settings.arms_set") if self._office.arms else t("municipality.arms_hint"))
        self._remove_arms.setVisible(self._office.arms is not None)
        self._people.show_people(people)

    def _arms_row(self) -> QHBoxLayout:
        choose = button(t("municipality.arms_choose"), "folder", run=self._choose_arms)
        return row(label(t("municipality.arms"), "strong"), self._arms, None, choose, self._remove_arms)

    def _keep_office(self, name: str, value: object) -> None:
        self._keep_whole({name: value})

    def _keep_whole(self, changed: dict[str, object]) -> None:
        plain = {one: getattr(self._office, one) for one in MunicipalityDraft.model_fields}
        draft = MunicipalityDraft.model_validate(plain | changed)
        self.workspace.do(edit_municipality, draft, self._office.version)

    def _keep_person(self, name: str, value: object) -> None:
        plain = {one: getattr(self._me, one) for one in OwnDraft.model_fields}
        draft = OwnDraft.model_validate(plain | {name: value})
        self.workspace.do(edit_own_details, draft, self._me.version)

    def _choose_arms(self) -> None:
        found = self._machine.choose_arms(self)
        if found is not None:
            self._keep_whole({"arms": found})

    def _no_arms(self) -> None:
        before = self._office.arms
        self._keep_whole({"arms": None})
        self.done.emit(t("settings.arms_removed"), lambda: self._keep_whole({"arms": before}))
