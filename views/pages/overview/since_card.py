# SPDX-License-Identifier: MIT
"""«Siden sist»: what is new since one was last here, or since the last meeting."""

from uuid import UUID

from models.queries.since_last import Fresh, SinceLast, since_meeting, since_visit
from models.values.date_words import compact_date, day_and_month
from models.values.dates import local_day
from views.discreet import free_text, shown
from views.navigation import Navigator
from views.pages.family.places import stop_for
from views.texts import language, t
from views.widgets.basics import label
from views.widgets.card import Card
from views.widgets.chips import ChipGroup
from views.widgets.rows import Row, RowList
from views.workspace import Workspace

VISIT, MEETING = "visit", "meeting"
MOST = 6
ICONS = {
    "task_done": "check",
    "task_late": "warning",
    "task_new": "task",
    "document": "document",
    "received": "download",
    "meeting": "calendar",
    "consent_given": "shield",
    "consent_refused": "shield",
    "consent_withdrawn": "shield",
}


class SinceCard(Card):
    """The newest few; the journal and the lists have the rest. The tab tells when it is to be read."""

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        chips = ChipGroup(t("since.from"), [(one, t(f"since.{one}")) for one in (VISIT, MEETING)])
        super().__init__(t("since.title"), icon_name="clock", right=chips, margins=(8, 12, 8, 8), gap=2)
        self._workspace, self._navigator, self._family_id, self._chips = workspace, navigator, family_id, chips
        chips.chosen.connect(lambda _from: self.reload())
        self._rows = RowList(t("since.title"), fit=True, marks=False)
        self._rows.opened.connect(lambda line: self._open(line.value))
        self._said = label("", "body", "muted", wrap=True)
        self._said.setContentsMargins(8, 0, 8, 0)
        self.add(self._said, self._rows)

    def reload(self) -> None:
        """Read again, from the moment chosen."""
        desk, today = self._workspace, self._workspace.today()
        if self._chips.value() == MEETING:
            found = desk.read(since_meeting, self._family_id, today)
        else:
            found = desk.read(since_visit, self._family_id, desk.staff_id, today)
        self._rows.show_rows([self._row(one) for one in found.rows[:MOST]])
        self._rows.setVisible(bool(found.rows))
        self._said.setText(self._words(found))

    def _words(self, found: SinceLast) -> str:
        chosen = self._chips.value() or VISIT
        if found.moment is None:
            return t(f"since.never.{chosen}")
        when = day_and_month(local_day(found.moment), language())
        if not found.rows:
            return t("since.nothing", when=when)
        n = len(found.rows)
        return t("since.more", n=n, when=when) if n > MOST else t("since.count", n=n, when=when)

    def _row(self, one: Fresh) -> Row:
        name = free_text(one.name)
        if one.kind.startswith("consent_"):
            name = t(f"my_day.consent.{one.name}")
        second = " · ".join(filter(None, (t(f"since.kind.{one.kind}"), shown(one.who))))
        title = name or t(f"since.kind.{one.kind}")
        when = compact_date(one.on, self._workspace.today(), language())
        icon = ICONS.get(one.kind, "talk")
        return Row(one.id, title, second if second != title else "", icon, right=when, value=one)

    def _open(self, one: object) -> None:
        if isinstance(one, Fresh):
            page, place = stop_for(self._family_id, one.tab, one.kind, one.item)
            self._navigator.open(page, **place)
