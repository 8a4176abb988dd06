# SPDX-License-Identifier: MIT
"""The map or the list to the left, the chosen service and what belongs to it to the right: one choice for both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.queries.family_services import FamilyServiceRow, ServicesAround
from models.queries.people import PersonRow
from views.pages.right.around import Around
from views.pages.services import family_words as words
from views.pages.services.beside_card import BesideCard
from views.pages.services.detail import DetailCard
from views.pages.services.map_card import MapCard
from views.pages.services.papers import Papers
from views.pages.services.plans_card import PlansCard
from views.pages.services.service_form import ServiceForm
from views.pages.services.step_form import OWN
from views.panes import first_focusable
from views.texts import t
from views.widgets.basics import boxed, column
from views.widgets.card import Card
from views.widgets.rows import RowList
from views.widgets.scroll import ScrollColumn
from views.widgets.split import WithInspector

MAP, LIST = "map", "list"


class AroundView(WithInspector):
    """`MAP` shows the list to the right, below the chosen service; `LIST` shows it to the left, at full height."""

    # the form to the left was opened or closed
    formed = Signal()

    def __init__(self, around: Around) -> None:
        self._around, self._view = around, MAP
        self._rows: tuple[FamilyServiceRow, ...] = ()
        self._map = MapCard()
        self.list = RowList(t("family_services.all"), fit=True, marks=True)
        self._papers = Papers(around)
        self._list_card = Card(t("family_services.all"), gap=4, margins=(10, 12, 6, 8)).add(self.list, self._papers)
        self._detail, self._beside, self._plans = DetailCard(around), BesideCard(around), PlansCard(around)
        self.form = ServiceForm(around)
        self._narrow_place, self._wide_place = column(gap=0), column(None, gap=0)
        cards = (self._detail, self._narrow_place, self._beside, self._plans)
        self._left = QStackedWidget()
        for part in (self._map, ScrollColumn(self._wide_place), self.form):
            self._left.addWidget(part)
        super().__init__(self._left, ScrollColumn(boxed(column(*cards, None, gap=14))), 340)
        self.list.moved.connect(lambda one: self._chosen(one.id))
        self.list.opened.connect(lambda _one: self.enter())
        self._map.map.moved.connect(self.list.choose)
        self._map.map.opened.connect(lambda _id: self.enter())
        self._detail.edited.connect(self._mend)
        self._beside.edited.connect(self._mend_own)
        self.form.finished.connect(self._finished)
        self.show_as(MAP)

    def show_found(self, found: ServicesAround, child: PersonRow | None) -> None:
        """What stands in the vault around this child."""
        today = self._around.workspace.today()
        self._rows = found.of_child(child.id if child else None)
        nodes = [words.node(one, today) for one in self._rows if one.around]
        self._map.map.show_family(words.called(child), words.child_age(child, today), words.people(found, child), nodes)
        self.list.show_rows([words.line(one, today) for one in self._rows])
        self._list_card.setVisible(bool(self._rows))
        self._papers.show_of(found, child)
        self._beside.show_around(found)
        self._plans.show_plans(found)
        self.form.show_children(found.children)
        self._chosen(chosen.id if (chosen := self.list.current()) else None)
        self.form.refresh(self.row())

    def show_as(self, view: str) -> None:
        """As a map with its list beside it, or as a list alone."""
        self._view = view
        self._detail.roomy = view == LIST
        self._chosen(None)
        if view == MAP:
            self._narrow_place.addWidget(self._list_card)
        else:
            self._wide_place.insertWidget(0, self._list_card)
        if self._left.currentWidget() is not self.form:
            self._left.setCurrentIndex(0 if view == MAP else 1)

    def row(self) -> FamilyServiceRow | None:
        """The chosen service."""
        chosen = self.list.current()
        return next((one for one in self._rows if chosen is not None and one.id == chosen.id), None)

    def show_legend(self, shown: bool) -> None:
        """Where the window is low, the map needs the height."""
        self._map.legend.setVisible(shown)

    def place_of_focus(self) -> QWidget:
        """The map or the list, whichever is in view."""
        return self.list if self._view == LIST and self._rows else self._map.map

    def enter(self) -> None:
        """From the service to what can be done with it."""
        if not self.inspector.isVisibleTo(self):
            self.toggle()
        first = first_focusable(self._detail)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def begin_new(self) -> None:
        """The form for one more, in the place of map and list."""
        self._left.setCurrentWidget(self.form)
        self.form.begin_new()
        self.formed.emit()

    def _mend(self, found: FamilyServiceRow) -> None:
        self._left.setCurrentWidget(self.form)
        self.form.mend(found)
        self.formed.emit()

    def _mend_own(self, found: FamilyServiceRow) -> None:
        self.list.choose(found.id)
        self._detail.open_step(OWN)

    def _finished(self, id: object) -> None:
        self._left.setCurrentIndex(0 if self._view == MAP else 1)
        if id is not None:
            self.list.choose(id)
        self.place_of_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.formed.emit()

    def _chosen(self, id: object) -> None:
        self._map.map.choose(id)
        self._detail.show_service(self.row(), some=bool(self._rows))
