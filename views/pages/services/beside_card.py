# SPDX-License-Identifier: MIT
"""Two levels, one child: the hospital's coordinator beside ours, what was promised, and when we last spoke."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.family_services import FamilyServiceRow, ServicesAround
from models.work.family_services import OwnCoordinatorDraft, note_own_coordinator
from views.discreet import free_text, shown
from views.pages.right.around import Around, refill
from views.pages.services.family_words import name_of
from views.pages.services.undoing import undo_newest
from views.texts import t
from views.widgets.basics import button, label
from views.widgets.card import Card
from views.widgets.flow import flow


class BesideCard(Card):
    """Shown only where a service has a coordinator of its own (sphl § 2-5 a)."""

    # open this service's form about its coordinator
    edited = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__(t("family_services.beside"), icon_name="person")
        self._around = around
        self._ours = label("", "body", wrap=True)
        self._theirs = QWidget()
        layout = QVBoxLayout(self._theirs)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.add(self._ours, self._theirs)
        self.hide()

    def show_around(self, found: ServicesAround) -> None:
        """Ours first, then theirs."""
        theirs = [one for one in found.services if one.coordinates and one.around]
        self.setVisible(bool(theirs))
        ours = shown(found.coordinator)
        self._ours.setText(t("family_services.ours", name=ours) if ours else t("family_services.no_ours"))
        refill(self._theirs, [self._one(one) for one in theirs])

    def _one(self, found: FamilyServiceRow) -> QWidget:
        who = "" if found.hidden else " · ".join(filter(None, (shown(found.contact), found.phone)))
        talked = (
            t("family_services.talked", day=found.talked_on) if found.talked_on else t("family_services.not_talked")
        )
        promised = t("family_services.promised", what=found.promised) if free_text(found.promised) else ""
        made = Card(kind="flat", margins=(12, 10, 12, 10), gap=4)
        made.add(label(name_of(found), "strong", wrap=True))
        for said in filter(None, (who, promised)):
            made.add(label(said, "body", wrap=True))
        made.add(label(talked, "caption", "muted", wrap=True))
        spoke = button(t("family_services.spoke_today"), "check", "flat", lambda: self._spoke(found))
        change = button(t("family_services.edit_own"), "pen", "flat", lambda: self.edited.emit(found))
        return made.add(flow(*([] if found.talked_on == self._around.workspace.today() else [spoke]), change))

    def _spoke(self, found: FamilyServiceRow) -> None:
        values = {name: getattr(found, name) for name in ("contact", "phone", "promised")}
        draft = OwnCoordinatorDraft.model_validate(values | {"talked_on": self._around.workspace.today()})
        self._around.workspace.do(note_own_coordinator, found.id, draft)
        self._around.tell(t("family_services.told.own", name=name_of(found)), undo_newest(self._around))
