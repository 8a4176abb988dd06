# SPDX-License-Identifier: MIT
"""Says while one types that the child may be registered already, as far as one may know."""

from collections.abc import Mapping
from datetime import date

from models.queries.access import Sight
from models.queries.duplicates import Duplicate, Sought, duplicates
from models.work.log_search import log_search
from views.discreet import shown
from views.navigation import Navigator
from views.texts import t
from views.widgets.basics import Piece, announce, button, label, row
from views.widgets.card import Card
from views.workspace import Workspace


class DuplicateCard(Card):
    """Hidden until something is found; a warning, never a stop."""

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(t("new_family.duplicate.title"), kind="warning", icon_name="warning", gap=6)
        self._workspace, self._navigator = workspace, navigator
        self._found: tuple[Duplicate, ...] = ()
        self.hide()

    def look(self, values: Mapping[str, object]) -> None:
        """Look for what stands in the form now."""
        born_on = values.get("born_on")
        sought = Sought(
            str(values.get("child_given_name") or ""),
            str(values.get("child_family_name") or values.get("guardian_family_name") or ""),
            born_on if isinstance(born_on, date) else None,
            str(values.get("national_id") or ""),
        )
        found = self._workspace.read(duplicates, self._workspace.staff_id, sought)
        if found == self._found:
            return
        self._found = found
        others = [one for one in found if one.sight is not Sight.OPEN]
        if others:
            self._workspace.do(log_search, f"{sought.given_name} {sought.family_name} {sought.born_on}", len(others))
        self.empty()
        for one in found[:3]:
            self.add(self._line(one))
        self.setVisible(bool(found))
        if found:
            announce(self, self._words(found[0]))

    def _line(self, one: Duplicate) -> Piece:
        said = label(self._words(one), wrap=True)
        if one.family_id is None:
            return row(said)
        id = str(one.family_id)
        go = button(t("new_family.duplicate.open"), run=lambda: self._navigator.open("family", id=id))
        line = row(said, go)
        line.setStretch(0, 1)
        return line

    def _words(self, one: Duplicate) -> str:
        if one.sight is Sight.SEALED:
            return t("families.sealed")
        why = t(f"new_family.duplicate.why.{one.sameness.value}")
        if one.sight is Sight.REASON:
            return t("new_family.duplicate.elsewhere", why=why, coordinator=one.coordinator or t("families.another"))
        born = one.born_on or t("new_family.duplicate.birth_unknown")
        key = "new_family.duplicate.closed" if one.closed else "new_family.duplicate.here"
        return t(key, why=why, child=shown(one.child), born=born, family=shown(one.family))
