# SPDX-License-Identifier: MIT
"""The tab «Tjenester» of a family: which child, map or list, and what is around it."""

from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from models.queries.family_services import ServicesAround, services_around
from models.queries.people import PersonRow
from models.records.service import ServiceContact
from models.values.changes import ChangeSet
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.family.tab import FamilyTab
from views.pages.page import LOW
from views.pages.right.around import Around
from views.pages.services.around_view import LIST, MAP, AroundView
from views.pages.services.family_words import called, counts
from views.texts import t
from views.widgets.basics import boxed, button, column, for_reading, row
from views.widgets.chips import ChipGroup
from views.widgets.labels import ElidedLabel
from views.workspace import Workspace


class ServicesTab(FamilyTab):
    """Arrows in the map and in the list choose the same service; Enter goes to what can be done with it."""

    title = "family.tab.services"
    help = "family_services"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._found: ServicesAround | None = None
        self._child_id: UUID | None = None
        self._children: ChipGroup | None = None
        self._head = ElidedLabel("", "subtitle")
        self._counts = ElidedLabel("", "caption", "muted")
        self._views = ChipGroup(
            t("family_services.view"), [(MAP, t("family_services.as_map")), (LIST, t("family_services.as_list"))]
        )
        self._around = AroundView(Around(workspace, family_id, self.done.emit, navigator, self.started.emit))
        self._views.chosen.connect(self._around.show_as)
        details = for_reading(button(t("services.details"), "info", run=self._around.toggle))
        self._add = button(t("family_services.add"), "plus", "primary", self._around.begin_new)
        self._line = row(column(self._head, self._counts, gap=0), self._views, details, self._add, gap=12)
        self._line.setStretch(0, 1)
        self._around.folded.connect(details.setVisible)
        self._around.formed.connect(self.commands_changed)
        details.hide()
        self.body.addWidget(boxed(self._line))
        self.body.addWidget(self._around, 1)
        self.reload()

    def concerns(self, changes: ChangeSet) -> bool:
        return super().concerns(changes) or changes.touches(ServiceContact)

    def reload(self) -> None:
        """Read the family's services again, and stay at the chosen one."""
        found = self._found = self.workspace.read(services_around, self.family_id, self.workspace.today())
        child = next((one for one in found.children if one.id == self._child_id), next(iter(found.children), None))
        self._child_id = child.id if child else None
        self._head.set_text(t("family_services.around", name=called(child)))
        self._counts.set_text(counts(found.of_child(self._child_id)))
        self._offer(found.children)
        self._add.setEnabled(not found.closed)
        self._around.show_found(found, child)

    def place(self) -> Place:
        chosen = self._around.row()
        item = str(chosen.id) if chosen else ""
        return {"item": item, "view": self._views.value() or MAP, "child": str(self._child_id or "")}

    def go_to(self, place: Place) -> None:
        """Back to the same view and service, or to the one another page asked for."""
        assert self._found is not None
        if (view := place.get("view")) in (MAP, LIST):
            self._views.choose(str(view))
            self._around.show_as(str(view))
        child = next((one.id for one in self._found.children if str(one.id) == place.get("child")), None)
        item = next((one for one in self._found.services if str(one.id) == place.get("item")), None)
        wanted = item.child_id if item and item.child_id else child
        if wanted is not None and wanted != self._child_id:
            self._show_child(str(wanted))
        if item is not None:
            self._around.list.choose(item.id)

    def commands(self) -> list[Command]:
        around = self._around
        send = "Ctrl+Return; Ctrl+Enter"
        return [
            Command("family_services.add", "family_services.add", run=around.begin_new, icon="plus"),
            Command("family_services.create", "services.add", send, around.form.add, around.form.is_new, "check"),
            Command("family_services.details", "services.details", "Ctrl+I", around.toggle, icon="info"),
        ]

    def first_focus(self) -> QWidget:
        return self._around.place_of_focus()

    def panes(self) -> list[QWidget]:
        return [self._around.content, self._around.inspector]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._around.show_legend(self.window().height() >= LOW)

    def _offer(self, children: tuple[PersonRow, ...]) -> None:
        """A chip for each child, where there are several."""
        options = [(str(one.id), called(one)) for one in children] if len(children) > 1 else []
        shown = self._children.chips() if self._children else {}
        if {value: chip.text() for value, chip in shown.items()} == dict(options):
            return
        if self._children is not None:
            self._line.removeWidget(self._children)
            self._children.deleteLater()
            self._children = None
        if options:
            self._children = ChipGroup(t("family_services.whose"), options, str(self._child_id))
            self._children.chosen.connect(self._show_child)
            self._line.insertWidget(1, self._children)

    def _show_child(self, id: str) -> None:
        self._child_id = UUID(id)
        if self._children is not None:
            self._children.choose(id)
        self.reload()
