# SPDX-License-Identifier: MIT
"""Choosing a family by typing some of its name or a child's; the list is asked for at every key."""

from collections.abc import Sequence

from models.queries.families import Chip, FamilyRow, family_hits, family_rows
from views.form.editor import Around
from views.form.person_editor import Choice, PersonEditor
from views.pages.families.words import ages, family_label
from views.workspace import Workspace

SHOWN_AT_FIRST = 8


class FamilyEditor(PersonEditor):
    """One's own families before anything is typed; then those that match, as far as one may see them."""

    def __init__(self, around: Around, workspace: Workspace) -> None:
        self._workspace = workspace
        super().__init__(around, self._hits)

    def set_raw(self, raw: object) -> None:
        """The text comes first, so that the hits hold the family that was chosen."""
        kept = raw if isinstance(raw, dict) else {}
        self.box.setText(str(kept.get("text", "")))
        self.set_value(kept.get("id"))
        if not self.box.text():
            self.box.setText(str(kept.get("text", "")))

    def tidy(self) -> None:
        """An empty field needs no look in the vault; it may be leaving because the vault is being locked."""
        if self.box.text().strip():
            super().tidy()
        else:
            self._popup.hide()

    def _hits(self) -> Sequence[Choice]:
        typed, today, staff_id = self.box.text().strip(), self.around.today(), self._workspace.staff_id
        if typed:
            found = self._workspace.read(family_hits, staff_id, today, typed)
        else:
            found = self._workspace.read(family_rows, staff_id, today, "", Chip.MINE, SHOWN_AT_FIRST).rows
        return [self._choice(row) for row in found]

    def _choice(self, row: FamilyRow) -> Choice:
        return Choice(str(row.id), family_label(row), ages(row, self.around.today()))
