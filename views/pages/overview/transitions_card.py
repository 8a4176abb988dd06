# SPDX-License-Identifier: MIT
"""The transitions of the family's children: when, how far their tasks have come, and what is not as computed."""

from models.queries.transitions import FamilyTransition, transitions_of_family
from models.rules.transition_series import steps_of
from models.values.date_words import from_today, long_date
from views.discreet import free_text
from views.navigation import Place
from views.pages.family.reading_only import may_write
from views.pages.family.tab import FamilyTab
from views.pages.family.undoing import undone
from views.pages.overview.transition_panels import ask_added, ask_series, ask_when, title_of
from views.texts import language, t
from views.widgets.basics import button, label
from views.widgets.card import Card
from views.widgets.flow import flow
from views.widgets.rows import Row, RowList


class TransitionsCard(Card):
    """Enter makes the tasks of the chosen one, M moves it."""

    def __init__(self, tab: FamilyTab) -> None:
        super().__init__(t("transitions.card"), icon_name="flag", margins=(8, 12, 8, 8), gap=4)
        self._tab = tab
        self._children: list[tuple[str, str]] = []
        self._found: tuple[FamilyTransition, ...] = ()
        self._rows = RowList(t("transitions.card"), fit=True, marks=True)
        self._none = label(t("transitions.none"), "body", "muted", wrap=True)
        self._none.setContentsMargins(8, 0, 8, 0)
        self._series = button(t("transitions.series"), "task", "flat", lambda: self._make(self._chosen()))
        self._move = button(t("transitions.move"), "pen", "flat", lambda: self._when(self._chosen()))
        self._add = button(t("transitions.add"), "plus", "flat", self._new)
        self._writes = self._edits = may_write(tab.workspace)
        self.add(self._none, self._rows)
        if self._writes:
            self.add(flow(self._series, self._move, self._add))
            self._rows.opened.connect(lambda line: self._enter(line.value))
            self._rows.pressed_key.connect(lambda line, letter: self._when(line.value) if letter == "M" else None)
            self._rows.moved.connect(lambda _line: self._fit_buttons())

    def show_children(self, children: list[tuple[str, str]], may_edit: bool) -> None:
        """Read them again; `children` are those something can be added for, in a family that is open."""
        self._children, self._edits = children, self._writes and may_edit
        desk = self._tab.workspace
        self._found = found = desk.read(transitions_of_family, self._tab.family_id, desk.today())
        self._rows.show_rows([self._row(one) for one in found])
        self._rows.setVisible(bool(found))
        self._none.setVisible(not found)
        self._add.setVisible(self._edits and bool(children))
        self._fit_buttons()

    def go_to(self, place: Place) -> None:
        """To the transitions of the child that a list elsewhere led to."""
        for one in self._found:
            if place.get("item") == str(one.child_id):
                self._rows.choose(one.id)
                self._rows.setFocus()
                return

    def _row(self, one: FamilyTransition) -> Row:
        today, coming = self._tab.workspace.today(), one.coming
        if coming.on is None:
            reason = free_text(coming.own.reason) if coming.own else ""
            return Row(one.id, title_of(one), ": ".join(filter(None, (t("transitions.not_coming"), reason))), value=one)
        tasks = t("transitions.progress", done=one.done, n=one.tasks) if one.tasks else ""
        moved = t("transitions.is_moved") if coming.is_own and coming.computed_on else ""
        second = " · ".join(filter(None, (long_date(coming.on, language()), tasks, moved)))
        return Row(one.id, title_of(one), second, right=from_today(coming.on, today, language()), value=one)

    def _chosen(self) -> FamilyTransition | None:
        line = self._rows.current()
        return line.value if line is not None and isinstance(line.value, FamilyTransition) else None

    def _fit_buttons(self) -> None:
        chosen = self._chosen()
        self._move.setVisible(self._edits and chosen is not None)
        self._series.setVisible(self._edits and chosen is not None and _may_be_worked_towards(chosen))

    def _enter(self, one: object) -> None:
        if isinstance(one, FamilyTransition) and _may_be_worked_towards(one):
            self._make(one)
        else:
            self._when(one)

    def _make(self, one: FamilyTransition | None) -> None:
        if one is not None and self._edits:
            ask_series(self._tab.window(), self._tab.workspace, one, self._tab.family_id, self._tell)

    def _when(self, one: object) -> None:
        if isinstance(one, FamilyTransition) and self._edits:
            ask_when(self._tab.window(), self._tab.workspace, one, self._tell)

    def _new(self) -> None:
        if self._children:
            ask_added(self._tab.window(), self._tab.workspace, self._children, self._tell)

    def _tell(self, words: str) -> None:
        self._tab.done.emit(words, undone(self._tab.workspace, self._tab.family_id))


def _may_be_worked_towards(one: FamilyTransition) -> bool:
    return one.coming.on is not None and bool(steps_of(one.coming.key))
