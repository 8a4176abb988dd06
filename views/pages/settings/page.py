# SPDX-License-Identifier: MIT
"""The page «Maler og oppsett»; every field saves itself when it is left."""

from models.queries.access import rights_of
from models.queries.office import StaffCard, office, staff_cards
from models.records.municipality import Municipality
from models.records.office_text import OfficeText
from models.records.staff import Staff
from models.rules.rights import Right
from models.values.changes import ChangeSet
from models.work.edit_staff import OwnDraft, edit_own_details
from views.form.form import Form
from views.navigation import Navigator, Place
from views.pages.page import Page
from views.pages.settings.backup import BackupCard
from views.pages.settings.cards import LookCard, PassphraseCard, VaultCard
from views.pages.settings.check import CheckCard
from views.pages.settings.fields import PERSON
from views.pages.settings.key_cards import DeviceCard, RecoveryCard
from views.pages.settings.letters import LettersCard
from views.pages.settings.machine import Machine
from views.pages.settings.people import PeopleCard
from views.pages.settings.shield import ShieldCard
from views.texts import t
from views.widgets.basics import column
from views.widgets.card import Card
from views.widgets.page_header import PageHeader
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace


class SettingsPage(Page):
    """Letters, oneself, colleagues, look, passphrase, and the vault."""

    title = "settings.title"
    help = "settings"

    def __init__(self, workspace: Workspace, navigator: Navigator, machine: Machine) -> None:
        super().__init__(workspace, navigator)
        self.body.addWidget(PageHeader(t(self.title), t("settings.context")))
        self._person = Form(OwnDraft, PERSON, workspace, draft_id="oneself", on_commit=self._keep_person, columns=2)
        self._people = PeopleCard(workspace, navigator)
        self._letters = LettersCard(workspace, navigator)
        self._letters.setVisible(Right.OFFICE in workspace.read(rights_of, workspace.staff_id))
        self._backup = BackupCard(machine.backups, workspace.now)
        recovery = RecoveryCard(workspace, machine.keys, self.done)
        recovery.setVisible(Right.ROLES in workspace.read(rights_of, workspace.staff_id))
        cards = column(
            self._letters,
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
        return changes.touches(Municipality, OfficeText, Staff)

    def reload(self) -> None:
        people = self.workspace.read(staff_cards)
        self._me: StaffCard = next(one for one in people if one.id == self.workspace.staff_id)
        self._letters.show_office(self.workspace.read(office))
        self._person.set_value(self._me)
        self._people.show_people(people)

    def _keep_person(self, name: str, value: object) -> None:
        plain = {one: getattr(self._me, one) for one in OwnDraft.model_fields}
        draft = OwnDraft.model_validate(plain | {name: value})
        self.workspace.do(edit_own_details, draft, self._me.version)
