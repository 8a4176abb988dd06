# SPDX-License-Identifier: MIT
"""The tab «Samtykker»: who may know what, and everything behind it, one part in view at a time."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.queries.child_views import child_views_of
from models.queries.consent_matrix import consent_matrix
from models.queries.consents import ConsentRow, consents_of, services_in_use, sharing_decisions_of, sharings_of
from models.queries.people import people_of
from models.records.person import PersonKind
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.consents.asking import About, AskingPart
from views.pages.consents.child_part import ChildPart
from views.pages.consents.one import OnePart
from views.pages.consents.overview import OverviewPart
from views.pages.consents.scope_editor import ServiceChoice
from views.pages.consents.shared_part import SharedPart, WithoutPart
from views.pages.consents.words import common_end
from views.pages.family.tab import FamilyTab
from views.pages.right.around import Around
from views.texts import t
from views.widgets.basics import button, row
from views.widgets.chips import ChipGroup
from views.widgets.empty_state import EmptyState
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

PARTS = ("overview", "views", "shared", "without")
BESIDE = 960


class ConsentsTab(FamilyTab):
    """Chips choose the part; a consent and the question for a new one lie over the first."""

    title = "consents.title"
    help = "consents"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        around = Around(workspace, family_id, self.done.emit, navigator, self.started.emit)
        self._around, self._narrow, self._part = around, False, "overview"
        self._rows: tuple[ConsentRow, ...] = ()
        self._asking: AskingPart | None = None
        people = workspace.read(people_of, family_id)
        children = [one for one in people if one.kind is PersonKind.CHILD and one.left_on is None]
        self._children = tuple((one.id, one.given_name or t("consents.unnamed")) for one in children)
        self._chips = ChipGroup(t("consents.parts"), [(part, t(f"consents.part.{part}")) for part in PARTS])
        self._chips.chosen.connect(self.open_part)
        self._ask = button(t("consents.new"), "plus", "primary", self.ask)
        head = row(self._chips, self._ask, gap=12)
        head.setStretch(0, 1)
        self._overview, self._one = OverviewPart(self._children), OnePart(around)
        self._views = ChildPart(around, self._children)
        self._shared, self._without = SharedPart(around, self._services()), WithoutPart(around)
        self._stack = QStackedWidget()
        self._pages: dict[str, ScrollColumn] = {}
        parts = (self._overview, self._views, self._shared, self._without, self._one, _empty(self.ask))
        for name, part in zip((*PARTS, "one", "empty"), parts, strict=True):
            self._pages[name] = ScrollColumn(part)
            self._stack.addWidget(self._pages[name])
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self._listen()
        self.reload()
        self.open_part("overview")

    def reload(self) -> None:
        """Read all parts again; half-typed answers stay."""
        read, today, family = self.workspace.read, self.workspace.today(), self.family_id
        self._rows = read(consents_of, family, today)
        self._overview.show_consents(self._rows, read(consent_matrix, family, today, self._overview.child()), today)
        views, shared = read(child_views_of, family), read(sharings_of, family)
        self._views.show_views(views, today)
        self._shared.show_shared(shared)
        decisions = read(sharing_decisions_of, family)
        self._without.show_decisions(decisions, shared)
        counts = {"views": len(views), "shared": len(shared), "without": len(decisions)}
        for part, count in counts.items():
            said = t(f"consents.part.{part}")
            self._chips.set_text(part, t("consents.part_count", part=said, n=count) if count else said)
        if self._one.row is not None:
            again = next((one for one in self._rows if one.id == self._one.row.id), None)
            if again is not None:
                self._one.show_row(again, shared)
            elif self._part == "one":
                self.open_part("overview")
        if self._part in ("overview", "empty"):
            self.open_part("overview")

    def open_part(self, part: str) -> None:
        """Bring a part into view; with nothing asked yet the first one explains what needs a consent."""
        nothing = part == "overview" and not self._rows and not self._overview.matrix.cells.rows
        self._part = "empty" if nothing else part
        self._stack.setCurrentWidget(self._pages[self._part])
        self._chips.choose("overview" if self._part in ("empty", "one", "asking") else self._part)
        self._ask.setVisible(self._part == "overview")
        self.commands_changed.emit()

    def open_consent(self, found: ConsentRow) -> None:
        """One consent, with what can be done with it."""
        self._one.show_row(found, self.workspace.read(sharings_of, self.family_id))
        self._pages["one"].verticalScrollBar().setValue(0)
        self.open_part("one")

    def ask(self, service: str = "", mends: ConsentRow | None = None) -> None:
        """The form for a new question, or for one that waits."""
        self._drop_asking()
        about = About(self._children, self._services(), common_end(self._rows, self.workspace.today()))
        self._asking = AskingPart(self._around, about, mends, service)
        self._asking.compact(self._narrow)
        self._asking.left.connect(lambda: self.open_part("overview"))
        self._asking.kept.connect(self._open_id)
        self._pages["asking"] = ScrollColumn(self._asking)
        self._stack.addWidget(self._pages["asking"])
        self.open_part("asking")
        self._asking.form.sheet.focus_field("kind")

    def commands(self) -> list[Command]:
        keys = "Ctrl+Return; Ctrl+Enter"
        save = {
            "asking": Command("consent.save", "consents.ask", keys, self._save, icon="check"),
            "one": Command("consent.answer", "consents.save_answer", keys, self._one.submit, icon="check"),
        }
        found = save.get(self._part)
        return [Command("consent.new", "consents.new", run=self.ask, icon="plus"), *((found,) if found else ())]

    def first_focus(self) -> QWidget | None:
        return self._overview.matrix if self._part == "overview" else None

    def place(self) -> Place:
        item = str(self._one.row.id) if self._part == "one" and self._one.row else ""
        mended = self._asking.mends if self._part == "asking" and self._asking else None
        return {"part": self._part, "item": item, "mends": str(mended.id) if mended else ""}

    def go_to(self, place: Place) -> None:
        """To a consent, a child's view or a service by its id, or to a part."""
        item, part, mends = (str(place.get(name) or "") for name in ("item", "part", "mends"))
        known = {str(one.id): one for one in self._rows}
        views = {str(one.id) for one in self.workspace.read(child_views_of, self.family_id)}
        if item in known:
            self.open_consent(known[item])
        elif item in views:
            self.open_part("views")
            self._views.list.choose(UUID(item))
        elif part == "asking":
            self.ask(mends=known.get(mends))
        elif part in PARTS:
            self.open_part(part)
        elif item and any(str(row.family_service_id) == item for row in self._overview.matrix.cells.rows):
            self.ask(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow = self.width() < BESIDE
        if self._asking is not None:
            self._asking.compact(self._narrow)

    def _listen(self) -> None:
        self._overview.opened.connect(self.open_consent)
        self._overview.wanted.connect(lambda service: self.ask(str(service)))
        self._overview.child_chosen.connect(self.reload)
        self._one.left.connect(lambda: self.open_part("overview"))
        self._one.mended.connect(lambda found: self.ask(mends=found))
        self._one.renewed.connect(self._open_id)

    def _services(self) -> tuple[ServiceChoice, ...]:
        found = self.workspace.read(services_in_use, self.family_id, self.workspace.today())
        return tuple(ServiceChoice(id, name) for id, name in found)

    def _save(self) -> None:
        if self._asking is not None:
            self._asking.submit()

    def _open_id(self, id: object) -> None:
        self.reload()
        found = next((one for one in self._rows if one.id == id), None)
        if found is not None:
            self.open_consent(found)

    def _drop_asking(self) -> None:
        if self._asking is not None:
            self._asking.form.flush()
            old = self._pages.pop("asking")
            self._stack.removeWidget(old)
            old.deleteLater()
            self._asking = None


def _empty(ask: Callable[[], object]) -> EmptyState:
    """Explains what needs a consent."""
    return EmptyState("shield", t("consents.empty"), t("consents.empty_hint"), t("consents.new"), ask, "plus")
