# SPDX-License-Identifier: MIT
"""One person's form: a new one, or one who is there; a protected address is shown after a reason."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.people import PersonSheet, person_sheet
from models.records.person import AddressProtection, Answer, PersonKind
from models.values.refusal import Refusal, Refusals
from models.work.edit_person import add_person, edit_person, take_in_person, take_out_person
from models.work.person_draft import PersonDraft
from models.work.reveal_protected import Whereabouts
from views.commands import Command
from views.form.form import Form
from views.navigation import Navigator, Place
from views.pages.family.person_fields import person_fields
from views.pages.family.reveal import Reveal
from views.pages.family.tab import FamilyTab
from views.texts import t
from views.widgets.basics import boxed, button, clear, column, for_reading, label, row
from views.widgets.chips import ChipGroup
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

EMPTY = {
    "address_protection": AddressProtection.NONE,
    "contact_allowed": True,
    "home": "1",
    "parental_responsibility": Answer.UNKNOWN,
    "daily_care": Answer.UNKNOWN,
}


class PersonTab(FamilyTab):
    """Place: `person` is an id, or «new»."""

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._person: UUID | None = None
        self._sheet: PersonSheet | None = None
        self._kind = PersonKind.ADULT
        self._form: Form[PersonDraft] | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self.body.addLayout(self._column)

    def place(self) -> Place:
        return {"person": str(self._person) if self._person else "new", "kind": self._kind.value}

    def go_to(self, place: Place) -> None:
        """Show the form of this person."""
        wanted = str(place.get("person") or "new")
        self.flush()
        self._person = None if wanted == "new" else UUID(wanted)
        if place.get("kind") in list(PersonKind):
            self._kind = PersonKind(str(place["kind"]))
        self._sheet = self.workspace.read(person_sheet, self._person) if self._person else None
        if self._sheet is not None:
            self._kind = PersonKind(str(self._sheet.values["kind"]))
        self._build(None)

    def reload(self) -> None:
        """Another change in the family leaves what is being typed alone; who was taken out or in is shown anew."""
        if self._person is not None and self._form is not None and not self._form.is_changed():
            self.go_to(self.place())

    def commands(self) -> list[Command]:
        return [Command("person.save", "person.save", "Ctrl+Return; Ctrl+Enter", self._save, icon="check")]

    def first_focus(self) -> QWidget | None:
        return self._form.rows["given_name"].editor.target() if self._form else None

    def _build(self, shown: Whereabouts | None) -> None:
        clear(self._column)
        sheet = self._sheet
        hidden = sheet is not None and sheet.protected and shown is None
        spoken = str(sheet.values.get("language", "")) if sheet else ""
        self._form = Form(
            PersonDraft,
            person_fields(self._kind, not hidden, spoken),
            self.workspace,
            draft_id=f"person/{self._person or self.family_id}/{self._kind.value}",
            before="person.before",
        )
        self._form.set_value(self._values(shown))
        inside = [self._head(), self._form]
        if hidden and self._person is not None:
            inside.insert(1, Reveal(self.workspace, self._person, self._build))
        self._column.addWidget(ScrollColumn(column(*inside, None, margins=(2, 4, 10, 8), gap=14)), 1)
        self._column.addWidget(self._buttons())

    def _values(self, shown: Whereabouts | None) -> dict[str, object]:
        if self._sheet is None:
            return dict(EMPTY)
        values = {**self._sheet.values, "home": str(self._sheet.values["home"])}
        if shown is not None:
            values |= {name: getattr(shown, name) for name in Whereabouts.__slots__}
        return values

    def _head(self) -> QWidget:
        if self._person is not None:
            key = "person.edit_child" if self._kind is PersonKind.CHILD else "person.edit_adult"
            return label(t(key), "subtitle")
        chips = ChipGroup(
            t("person.kind"), [(kind.value, t(f"person.kind_of.{kind.value}")) for kind in PersonKind], self._kind.value
        )
        chips.chosen.connect(lambda kind: self.go_to({"person": "new", "kind": kind}))
        return boxed(column(label(t("person.new"), "subtitle"), chips, gap=8))

    def _buttons(self) -> QWidget:
        pieces: list[QWidget] = [button(t("person.save"), "check", "primary", self._save)]
        pieces.append(for_reading(button(t("person.to_overview"), run=self._to_overview)))
        if self._sheet is not None and self._person is not None:
            gone = self._sheet.left_on is not None
            key, run = ("person.take_in", self._take_in) if gone else ("person.take_out", self._take_out)
            pieces.append(button(t(key), kind="flat", run=run))
            pieces.append(button(t("waste_bin.put.verb"), "bin", "flat", self._to_bin))
        return boxed(row(*pieces, None))

    def _save(self) -> None:
        draft = self._form.draft() if self._form else None
        if draft is None or self._form is None:
            return
        draft = draft.model_copy(update={"kind": self._kind})
        try:
            if self._person is None:
                self.workspace.do(add_person, self.family_id, draft)
            else:
                self.workspace.do(edit_person, self._person, draft, self._sheet.version if self._sheet else None)
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        self._form.done()
        self.done.emit(t("person.saved"), None)
        self._to_overview()

    def _take_out(self) -> None:
        person, workspace = self._person, self.workspace
        if person is not None:
            workspace.do(take_out_person, person)
            self.done.emit(t("person.taken_out"), lambda: workspace.do(take_in_person, person))
            self._to_overview()

    def _take_in(self) -> None:
        if self._person is not None:
            self.workspace.do(take_in_person, self._person)
            self._to_overview()

    def _to_bin(self) -> None:
        place = {"record": "person", "item": str(self._person)}
        self.navigator.open("family", id=str(self.family_id), tab="to_bin", **place)

    def _to_overview(self) -> None:
        self.navigator.open("family", id=str(self.family_id), tab="overview")
