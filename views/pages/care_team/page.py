# SPDX-License-Identifier: MIT
"""The tab «Ansvarsgruppe»: who is in the group and how consents cover them, and its meetings (R39)."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.queries.care_teams import CareTeamRow, care_teams_of
from models.queries.meetings import MeetingRow, meetings_of
from models.records.meeting import MeetingState
from models.values.refusal import Refusal, Refusals
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.care_team.meetings_card import MeetingsCard
from views.pages.care_team.panels import Panels
from views.pages.care_team.team_card import TeamCard
from views.pages.family.tab import FamilyTab
from views.pages.family.undoing import undone
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import boxed, clear, row
from views.widgets.chips import ChipGroup
from views.widgets.key_hints import key_hints
from views.workspace import Workspace

LOW = 600


class CareTeamTab(FamilyTab):
    """Members at the left, meetings at the right; a group for each child has its chip."""

    title = "care_team.title"
    help = "care_team"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._teams: tuple[CareTeamRow, ...] = ()
        self._meetings: tuple[MeetingRow, ...] = ()
        self._team_id: UUID | None = None
        self._options: list[tuple[str, str]] = []
        self._panels = Panels(self.window, workspace, family_id, self._told)
        self._refused = Banner("danger", "", closable=True)
        self._chips = QVBoxLayout()
        self._team = TeamCard(workspace, self._panels, self._attempt)
        self._list = MeetingsCard(workspace, self._panels, self._attempt, self._plan)
        self._list.opened.connect(self._open)
        across = row(self._team, self._list, gap=16)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        hints = (("Enter", "open"), ("Ins", "join"), ("Del", "del"))
        self._hints = key_hints([(keys, t(f"care_team.key.{does}")) for keys, does in hints])
        self.body.addWidget(self._refused)
        self.body.addLayout(self._chips)
        self.body.addWidget(boxed(across), 1)
        self.body.addWidget(self._hints)
        self.reload()

    def reload(self) -> None:
        """Read groups and meetings, and stay at the chosen rows."""
        self._teams = self.workspace.read(care_teams_of, self.family_id, self.workspace.today())
        self._meetings = self.workspace.read(meetings_of, self.family_id)
        self._choose(self._team_id)
        self.commands_changed.emit()

    def place(self) -> Place:
        chosen = self._list.rows.current()
        return {"team": str(self._team_id or ""), "meeting": str(chosen.id) if chosen else ""}

    def go_to(self, place: Place) -> None:
        """Back to a row; `item` is a meeting to open, or a group to show."""
        item = str(place.get("item") or "")
        meeting = next((one for one in self._meetings if str(one.id) == item), None)
        if meeting is not None:
            self._open(meeting, self.navigator.lead_on)
            return
        team = str(place.get("team") or item)
        self._choose(next((one.id for one in self._teams if str(one.id) == team), self._team_id))
        if place.get("meeting"):
            self._list.rows.choose(UUID(str(place["meeting"])))

    def commands(self) -> list[Command]:
        card = self._team
        return [
            Command("care_team.join", "care_team.join", "Ins", card.join, card.running, "plus"),
            Command("care_team.start", "care_team.start", run=self._panels.start, when=self._may_start, icon="family"),
            Command("care_team.end", "care_team.end", run=card.end_or_resume, when=card.running, icon="cross"),
        ]

    def first_focus(self) -> QWidget | None:
        return self._list.rows if self._meetings else self._team.members if self._teams else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # At 125 % a laptop has 550 px of height: the lists need them more than the hints do.
        self._hints.setVisible(self.window().height() >= LOW)

    def _choose(self, team_id: UUID | None) -> None:
        """Bring a group into view, the first when this one is gone."""
        team = next((one for one in self._teams if one.id == team_id), next(iter(self._teams), None))
        self._team_id = team.id if team else None
        self._show_chips()
        self._team.show_team(team, self._may_start())
        ours = [one for one in self._meetings if team is None or one.care_team_id in (None, team.id)]
        self._list.show_meetings(tuple(ours))

    def _show_chips(self) -> None:
        """Made anew only when the groups have changed, so that the focus stays."""
        options = [(str(one.id), _chip(one)) for one in self._teams]
        if options != self._options:
            self._options = options
            clear(self._chips)
            if len(options) > 1:
                chips = ChipGroup(t("care_team.which"), options, str(self._team_id))
                chips.chosen.connect(lambda id: self._choose(UUID(id)))
                self._chips.addWidget(chips)

    def _may_start(self) -> bool:
        """No group runs, or those that do are for one child each."""
        return all(one.child_id is not None for one in self._teams if one.ended_on is None)

    def _open(self, meeting: MeetingRow, go: Callable[..., None] | None = None) -> None:
        """What lies ahead is planned; from its day on a meeting is held, and its minutes written."""
        go = go or self.navigator.open
        ahead = meeting.on > self.workspace.today() and meeting.state is not MeetingState.HELD
        if ahead or meeting.state is MeetingState.CANCELLED:
            go("family", id=str(self.family_id), tab="plan_meeting", item=str(meeting.id))
        else:
            go("meeting", id=str(meeting.id))

    def _plan(self) -> None:
        team = str(self._team_id or "") if self._team.running() else ""
        self.navigator.open("family", id=str(self.family_id), tab="plan_meeting", new=True, team=team)

    def _attempt(self, act: Callable[[], object], told: str) -> None:
        try:
            act()
        except (Refusal, Refusals) as wrong:
            self._refused.say("danger", said(wrong))
            return
        self._told(told)

    def _told(self, told: str) -> None:
        self._refused.hide()
        self.done.emit(told, undone(self.workspace, self.family_id))


def _chip(team: CareTeamRow) -> str:
    name = team.child or t("care_team.whole_family")
    return t("care_team.chip_ended", name=name) if team.ended_on else name
