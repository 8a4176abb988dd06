# SPDX-License-Identifier: MIT
"""Tab Oversikt: next steps, the newest happenings, what matters to the child, and the people of the family."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.family import FamilyOverview, family_overview
from models.queries.happenings import Happening
from models.queries.next_steps import Step
from models.records.family import CareArrangement, FamilyState
from models.values.date_words import compact_date, over_due_badge
from views.discreet import free_text, shown
from views.navigation import Navigator, Place
from views.pages.family.homes import homes_card
from views.pages.family.people_card import people_card
from views.pages.family.remarks_card import remarks_card
from views.pages.family.tab import FamilyTab
from views.pages.family.tabs import tab_of
from views.pages.family.what_matters import WhatMatters
from views.pages.overview.since_card import SinceCard
from views.pages.overview.tasks_card import FamilyTasksCard
from views.pages.overview.transitions_card import TransitionsCard
from views.texts import language, t
from views.widgets.basics import BadgeKind, boxed, clear, column, label, row
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.rows import Row, RowList
from views.widgets.scroll import ScrollColumn
from views.widgets.timeline import Event, Timeline
from views.workspace import Workspace

ICONS = {
    "note": "talk",
    "enquiry": "flag",
    "determination": "scales",
    "appointment": "person",
    "appeal": "warning",
    "document": "document",
    "transfer": "right",
}
FILTERS = {
    "all": tuple(ICONS),
    "note": ("note",),
    "right": ("enquiry", "determination", "appointment", "appeal"),
    "document": ("document",),
}


class OverviewTab(FamilyTab):
    """Two columns that scroll as one."""

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._steps = RowList(t("family.steps"), fit=True, marks=False)
        self._steps.opened.connect(lambda line: self._do_step(line.value))
        self._steps_card = Card(t("family.steps"), margins=(8, 12, 8, 8), gap=2).add(self._steps)
        self._timeline = Timeline(t("family.timeline"), fit=True)
        self._timeline.opened.connect(lambda line: self._open_happening(line.id))
        self._filter = ChipGroup(t("family.timeline_filter"), [(key, t(f"family.filter.{key}")) for key in FILTERS])
        self._filter.chosen.connect(lambda _: self._show_timeline())
        self._nothing = label(t("family.nothing_yet"), "body", "muted", wrap=True)
        self._overview: FamilyOverview | None = None
        self._transitions = TransitionsCard(self)
        self._side = QVBoxLayout()
        self._side.setSpacing(14)
        timeline = Card(t("family.timeline"), margins=(8, 12, 8, 8), gap=2, right=self._filter)
        timeline.add(self._nothing, self._timeline)
        self._since = SinceCard(workspace, navigator, family_id)
        self._tasks = FamilyTasksCard(self)
        left = boxed(column(self._steps_card, self._tasks, self._since, timeline, None, gap=14))
        side = QWidget()
        side.setLayout(self._side)
        self._side.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(336)
        across = row(left, side, gap=20, margins=(0, 4, 8, 12))
        across.setStretchFactor(left, 1)
        self.body.addWidget(ScrollColumn(across), 1)
        self.reload()

    def reload(self) -> None:
        """Read everything on the tab again."""
        overview = self.workspace.read(family_overview, self.family_id, self.workspace.today())
        if overview is None:
            return
        self._overview = overview
        steps = [step for step in overview.steps if tab_of(step.tab)]
        self._steps.show_rows([self._step_row(step) for step in steps])
        self._steps_card.setVisible(overview.family.state is FamilyState.OPEN)
        self._since.reload()
        self._tasks.reload(overview.family.state is FamilyState.OPEN)
        self._show_timeline()
        self._show_side(overview)

    def place(self) -> Place:
        chosen = self._steps.current()
        return {"step": str(chosen.id)} if chosen else {}

    def go_to(self, place: Place) -> None:
        """To a step, or to what matters to one child."""
        if isinstance(step := place.get("step"), str):
            self._steps.choose(step)
        self._tasks.go_to(place)
        self._transitions.go_to(place)
        if isinstance(child := place.get("matters"), str):
            for card in self.findChildren(WhatMatters):
                if str(card.child_id) == child:
                    card.edit()

    def first_focus(self) -> QWidget:
        return self._steps

    def _show_side(self, overview: FamilyOverview) -> None:
        cards = self.findChildren(WhatMatters)
        saving = {card.child_id for card in cards if card.is_saving()}
        half_typed = {card.child_id for card in cards if card.is_editing()} - saving
        # kept, with the row that is chosen on it
        self._side.removeWidget(self._transitions)
        clear(self._side)
        may_edit = overview.family.state is FamilyState.OPEN
        for child in overview.children:
            if child.expected_on is None:
                card = WhatMatters(self.workspace, child, may_edit, just_saved=child.id in saving)
                self._side.addWidget(card)
                if child.id in saving:
                    card.take_focus()
                if child.id in half_typed:
                    card.edit()
        people = people_card(overview, self.workspace.today(), self.navigator)
        remarks = [remarks_card(overview.remarks, self.workspace.today())] if overview.remarks else []
        # A warning stands above the people it is about; an explanation below them.
        warned = any(remark.level == "warning" for remark in overview.remarks)
        for part in [*remarks, people] if warned else [people, *remarks]:
            self._side.addWidget(part)
        named = [(str(one.id), shown(one.given_name) or t("my_day.child")) for one in overview.children]
        self._transitions.show_children(named, may_edit)
        self._side.addWidget(self._transitions)
        if overview.family.care is CareArrangement.TWO_HOMES:
            self._side.addWidget(homes_card(overview))
        self._side.addStretch(1)

    def _step_row(self, step: Step) -> Row:
        name = shown(step.name) or t("family.the_child")
        due: tuple[str, BadgeKind] | None = None
        if step.due_on:
            due = self._due(step)
        return Row(
            step.key,
            t(f"family.step.{step.key}", name=name, n=step.n),
            t(f"family.step_why.{step.key}", name=name, n=step.n),
            "right",
            badge=due,
            value=step,
        )

    def _due(self, step: Step) -> tuple[str, BadgeKind]:
        today = self.workspace.today()
        assert step.due_on is not None
        if step.due_on < today:
            return over_due_badge(step.due_on, today, language()), "danger"
        if step.due_on == today:
            return t("family.today"), "warning"
        return t("family.within", when=compact_date(step.due_on, today, language())), "neutral"

    def _show_timeline(self) -> None:
        kinds = FILTERS[self._filter.value() or "all"]
        found = self._overview.happenings if self._overview else ()
        events = [_event(each, self.workspace.today()) for each in found if each.kind in kinds]
        self._timeline.show_events(events)
        self._timeline.setVisible(bool(events))
        self._nothing.setVisible(not events)

    def _do_step(self, step: object) -> None:
        if not isinstance(step, Step):
            return
        item = str(step.item) if step.item else ""
        match step.key:
            case "ask_what_matters":
                self.go_to({"matters": item})
            case "add_adult":
                self._open("person", person="new")
            case "clear_responsibility":
                self._open("person", person=item)
            case "look_over_people":
                self._open("edit")
            case "write_note":
                self._open("journal", new=True)
            case _:
                self._open(step.tab, **({"item": item} if item else {}))

    def _open_happening(self, id: object) -> None:
        found = self._overview.happenings if self._overview else ()
        for each in found:
            if each.id == id:
                self._open(each.tab, item=str(each.id))

    def _open(self, tab: str, **place: object) -> None:
        self.navigator.open("family", id=str(self.family_id), tab=tab, **place)


def _event(each: Happening, today: date) -> Event:
    when = compact_date(each.on, today, language())
    if each.kind == "document":
        return Event(each.id, when, each.second, t(f"family.document.{each.detail}"), ICONS[each.kind])
    kind = f"{each.kind}.{each.detail}" if each.detail else each.kind
    second = shown(each.second) if each.kind in ("appointment", "transfer") else free_text(each.second)
    return Event(each.id, when, t(f"family.happened.{kind}"), second, ICONS[each.kind])
