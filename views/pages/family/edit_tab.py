# SPDX-License-Identifier: MIT
"""What holds for the whole family: name, målform, care arrangement, municipalities, and who has the case."""

from collections.abc import Mapping
from uuid import UUID

from models.queries.access import colleagues
from models.queries.family import FamilySheet, family_sheet
from models.records.family import CareArrangement
from models.work.edit_family import FamilyEditDraft, edit_family
from views.discreet import shown
from views.form.choice_editors import choice, combo, combo_of
from views.form.date_editor import past_date
from views.form.field import Field, Section
from views.form.text_editors import long_text
from views.navigation import Navigator, Place
from views.pages.family.form_tab import FormTab
from views.workspace import Workspace

TEXTS = ("family_edit.title", "family_edit.explanation", "family_edit.save", "family_edit.before")
PLACED = {
    CareArrangement.VOLUNTARY_PLACEMENT.value,
    CareArrangement.CARE_ORDER_FOSTER.value,
    CareArrangement.CARE_ORDER_INSTITUTION.value,
}


def _placed(values: Mapping[str, object]) -> bool:
    return values.get("care") in PLACED


def _not_at_home(values: Mapping[str, object]) -> bool:
    return values.get("care") != CareArrangement.HOME.value


class EditTab(FormTab[FamilyEditDraft]):
    """The form of the family; the rule behind the care arrangement is shown in the overview."""

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._sheet: FamilySheet | None = None
        self._fill()

    def go_to(self, place: Place) -> None:
        """Start from what stands in the vault, unless something is half-typed."""
        if self._form is None or not self._form.is_changed():
            self._fill()

    def _fill(self) -> None:
        self._sheet = self.workspace.read(family_sheet, self.family_id)
        if self._sheet is not None:
            self.build(FamilyEditDraft, self._fields(), TEXTS, self._save_family).set_value(self._sheet)

    def _fields(self) -> tuple[Field | Section, ...]:
        return (
            Field("name", "family_edit.name", need="required", hint="family_edit.name_hint"),
            Field("case_number", "family_edit.case_number", need="optional"),
            Field("language", "new_family.language", choice(("nb", "nn"), "new_family.language_of")),
            Field("responsible_id", "family_edit.responsible", combo(self._colleagues, "family_edit.nobody")),
            Section("family_edit.care_part", "family_edit.care_hint"),
            Field("care", "family_edit.care", combo_of(CareArrangement, "family_edit.care_of", "")),
            Field("care_since", "family_edit.care_since", past_date, need="optional", when=_not_at_home),
            Field("child_welfare_contact", "family_edit.child_welfare_contact", need="optional", when=_placed),
            Field("care_municipality", "family_edit.care_municipality", need="optional", when=_not_at_home),
            Field(
                "coordinating_municipality",
                "family_edit.coordinating_municipality",
                need="optional",
                when=_not_at_home,
            ),
            Field("note", "person.note", long_text(2), need="optional", width="full"),
        )

    def _colleagues(self) -> list[tuple[str, str]]:
        return [(str(id), shown(name)) for id, name in self.workspace.read(colleagues)]

    def _save_family(self) -> None:
        version = self._sheet.version if self._sheet else None
        if self.attempt(
            lambda draft: self.workspace.do(edit_family, self.family_id, draft, version), "family_edit.saved"
        ):
            self.to_overview()
