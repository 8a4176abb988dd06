# SPDX-License-Identifier: MIT
"""The group in its card: since when and why, the members with their consents, and what can be done about it."""

from collections.abc import Callable

from models.queries.care_teams import CareTeamRow, MemberRow
from models.work.care_team import leave_care_team, resume_care_team
from views.pages.care_team.panels import Panels
from views.pages.care_team.words import about, member_lines, reasons
from views.pages.family.reading_only import may_write
from views.texts import t
from views.widgets.basics import boxed, button, column, label, relabel, row
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.widgets.labels import ElidedLabel
from views.widgets.rows import Row, RowList
from views.workspace import Workspace

Attempt = Callable[[Callable[[], object], str], object]


class TeamCard(Card):
    """Enter mends a member, Del ends a membership and takes one back, Ins adds one."""

    def __init__(self, workspace: Workspace, panels: Panels, attempt: Attempt) -> None:
        super().__init__(margins=(6, 8, 6, 8), gap=2)
        self._workspace, self._panels, self._attempt = workspace, panels, attempt
        self.team: CareTeamRow | None = None
        self.members = RowList(t("care_team.members"))
        self.members.opened.connect(self._edit)
        self.members.pressed_key.connect(self._key)
        self._about, self._why = label("", "body", wrap=True), ElidedLabel("", "body", "muted")
        self._add = button(t("care_team.join"), "plus", run=self.join)
        self._mend = button(t("care_team.mend"), "pen", "flat", self._mend_team)
        self._end = button(t("care_team.end"), "cross", "flat", self.end_or_resume)
        self._another = button(t("care_team.start_another"), "family", "flat", panels.start)
        self._nobody = EmptyState(
            "family", t("care_team.none"), t("care_team.none_hint"), t("care_team.start"), panels.start, "plus"
        )
        self._said = boxed(column(self._about, self._why, gap=2, margins=(10, 6, 10, 4)))
        acts = row(self._add, self._mend, self._end, self._another, None, gap=4, margins=(8, 2, 8, 2))
        self._acts = boxed(acts)
        self.add(self._said, self.members, self._acts, self._nobody)
        self.body.setStretchFactor(self.members, 1)

    def show_team(self, team: CareTeamRow | None, another: bool) -> None:
        """Show this group; `another` lets one begin for another child."""
        self.team = team
        for part in (self._said, self.members, self._acts):
            part.setVisible(team is not None)
        self._nobody.setVisible(team is None)
        if team is None:
            return
        self._about.setText(about(team))
        self._why.set_text(reasons(team))
        self.members.show_rows(member_lines(team, self._workspace.today()))
        running = team.ended_on is None
        relabel(self._end, t("care_team.end" if running else "care_team.resume"))
        self._add.setVisible(running)
        self._mend.setVisible(running)
        self._another.setVisible(another)

    def running(self) -> bool:
        """Whether the group in view has not ended."""
        return self.team is not None and self.team.ended_on is None

    def join(self) -> None:
        """Ask who joins."""
        if self.team is not None and self.running():
            self._panels.join(self.team)

    def end_or_resume(self) -> None:
        """Ask when and why it ends, or take it up again at once."""
        team = self.team
        if team is None:
            return
        if team.ended_on is None:
            self._panels.end(team)
        else:
            self._attempt(lambda: self._workspace.do(resume_care_team, team.id), t("care_team.resumed"))

    def _mend_team(self) -> None:
        if self.team is not None:
            self._panels.mend(self.team)

    def _edit(self, line: Row) -> None:
        if isinstance(line.value, MemberRow) and self.running() and may_write(self._workspace):
            self._panels.mend_member(line.value)

    def _key(self, line: Row, key: str) -> None:
        member, today = line.value, self._workspace.today()
        if key != "Delete" or not isinstance(member, MemberRow) or not may_write(self._workspace):
            return
        back = member.to_on is not None
        words = t("care_team.back_again" if back else "care_team.left")
        self._attempt(lambda: self._workspace.do(leave_care_team, member.id, None if back else today), words)
