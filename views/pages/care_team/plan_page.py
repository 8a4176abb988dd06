# SPDX-License-Identifier: MIT
"""A meeting is planned: the date makes it, everything else is kept as it is left, then the invitations are made."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from models.queries.care_teams import care_teams_of
from models.queries.meetings import MeetingSheet, meeting_sheet
from models.records.meeting import MeetingState
from models.values.refusal import Refusal, Refusals
from models.work.plan_meeting import MeetingDraft, plan_meeting
from models.work.send_invitations import draft_invitations
from views.commands import Command
from views.navigation import Navigator, Place
from views.pages.care_team.invitation_part import InvitationPart, Ways
from views.pages.care_team.new_part import NewPart, TypedFirst
from views.pages.care_team.plan_part import PlanPart
from views.pages.care_team.sending import Sending
from views.pages.care_team.words import state_badge, when
from views.pages.family.tab import FamilyTab
from views.pages.family.undoing import undone
from views.refused import said
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import badge, boxed, button, clear, for_reading, relabel, row
from views.widgets.labels import ElidedLabel
from views.workspace import Workspace

LOW = 600


class PlanMeetingTab(FamilyTab):
    """One meeting; new, planned, or with its invitations in view."""

    title = "plan_meeting.title"
    help = "plan_meeting"

    def __init__(self, workspace: Workspace, navigator: Navigator, family_id: UUID) -> None:
        super().__init__(workspace, navigator, family_id)
        self._meeting: MeetingSheet | None = None
        self._team_id: UUID | None = None
        self._plan: PlanPart | None = None
        self._refused = Banner("danger", "", closable=True)
        self._sending = Sending(self, family_id, self._attempt)
        to_team = {"id": str(family_id), "tab": "care_team"}
        back = for_reading(button(t("care_team.title"), "left", "flat", lambda: navigator.open("family", **to_team)))
        self._heading, self._badge = ElidedLabel("", "subtitle"), QHBoxLayout()
        self._calendar = button(t("plan_meeting.calendar"), "calendar", "flat", self._sending.save_calendar)
        self._invite = button(t("plan_meeting.invite"), "mail", "primary", self.invite)
        self._sheet = button(t("documents.kind.agenda"), "document", "flat", self._sending.to_agenda)
        self._room = button(t("plan_meeting.to_room"), "family", "flat", self._sending.to_room)
        head = row(back, self._heading, boxed(self._badge), self._calendar, self._sheet, self._room, self._invite)
        head.setStretchFactor(self._heading, 1)
        self._head = boxed(head)
        # made when first wanted: all at once would take longer than the eye forgives
        self._new: NewPart | None = None
        self._letters: InvitationPart | None = None
        self._stack = QStackedWidget()
        for part in (self._refused, self._head):
            self.body.addWidget(part)
        self.body.addWidget(self._stack, 1)

    def reload(self) -> None:
        """Read the meeting in view again."""
        if self._meeting is not None:
            self._show_meeting(self._meeting.row.id, bring_up=False)

    def place(self) -> Place:
        if self._meeting is not None:
            return {"item": str(self._meeting.row.id)}
        return {"new": True, "team": str(self._team_id or "")}

    def go_to(self, place: Place) -> None:
        """To a meeting by its id, or to a new one of a group."""
        if item := str(place.get("item") or ""):
            self._show_meeting(UUID(item))
        elif place.get("new") or self._meeting is None:
            team = str(place.get("team") or "")
            self._team_id = UUID(team) if team else None
            self._show_new()

    @property
    def meeting_id(self) -> UUID | None:
        """The meeting in view."""
        return self._meeting.row.id if self._meeting else None

    def commands(self) -> list[Command]:
        if self._showing(self._letters):
            out = self._sending
            return [
                Command(
                    "meeting.print", "plan_meeting.print_them", "Ctrl+Return; Ctrl+P", out.print_them, icon="print"
                ),
                Command("meeting.save", "plan_meeting.save", "Ctrl+Shift+P", out.save_them, icon="download"),
            ]
        if self._new is not None and self._showing(self._new):
            return [Command("meeting.plan", "plan_meeting.plan", "Ctrl+Return", self._new.plan, icon="calendar")]
        if self._plan is None:
            return []
        agenda = self._plan.agenda
        return [
            Command("meeting.invite", "plan_meeting.invite", "Ctrl+Return", self.invite, icon="mail"),
            Command("meeting.item", "plan_meeting.item.add", "Ins", agenda.add_item, icon="plus"),
            Command("meeting.edit_item", "plan_meeting.item.edit", "F2", agenda.edit_item, icon="pen"),
        ]

    def first_focus(self) -> QWidget | None:
        if self._letters is not None and self._showing(self._letters):
            return self._letters.rows
        if self._new is not None and self._showing(self._new):
            return self._new.form.rows["on"].editor.target()
        return self._plan.when.rows["on"].editor.target() if self._plan else None

    def invite(self) -> None:
        """Make the invitations and look at them, or say what must be settled first."""
        if self._meeting is None or self._plan is None:
            return
        # by the keyboard nobody leaves the field they write in
        self.flush()
        try:
            ids = self.workspace.do(draft_invitations, self._meeting.row.id)
        except Refusals as wrong:
            self._plan.show_missing(wrong.refusals)
            return
        except Refusal as wrong:
            self._refused.say("danger", said(wrong))
            return
        self._refused.hide()
        self._plan.summary.show_problems([])
        if self._letters is None:
            ways = Ways(self._sending.print_them, self._sending.save_them, lambda: self._bring_up(self._plan))
            self._letters = InvitationPart(self.workspace, self.navigator, self.family_id, ways)
        self._letters.show_letters(ids)
        self._bring_up(self._letters)
        self._letters.print.setFocus()

    def _dated(self, typed: TypedFirst, field: str) -> None:
        made: list[UUID] = []
        assert self._new is not None
        form = self._new.form
        draft, team = MeetingDraft.model_validate(typed.model_dump()), self._team_id
        try:
            made.append(self.workspace.do(plan_meeting, self.family_id, draft, team))
        except (Refusal, Refusals) as wrong:
            form.show_refusal(wrong)
            return
        form.done()
        self.done.emit(t("plan_meeting.planned"), undone(self.workspace, self.family_id))
        self._show_meeting(made[0])
        if self._plan is not None:
            self._plan.when.sheet.focus_field(field if field in self._plan.when.rows else "begins")

    def _show_meeting(self, meeting_id: UUID, bring_up: bool = True) -> None:
        """Read it and show it; one that is gone gives way to a new one."""
        sheet = self._meeting = self.workspace.read(meeting_sheet, meeting_id)
        if sheet is None:
            self._show_new()
            return
        teams = self.workspace.read(care_teams_of, self.family_id, self.workspace.today())
        team = next((one for one in teams if one.id == sheet.row.care_team_id), None)
        if self._plan is None or self._plan.meeting_id != sheet.row.id:
            former = self._plan
            self._plan = PlanPart(self.workspace, self.family_id, sheet.row.id, self._attempt)
            if former is not None:
                self._stack.removeWidget(former)
                former.deleteLater()
        self._plan.show_meeting(sheet, team.now(sheet.row.on) if team else ())
        if bring_up:
            self._bring_up(self._plan)
        else:
            self._show_head()

    def _show_new(self) -> None:
        self._meeting = None
        if self._new is None:
            self._new = NewPart(self.workspace, f"plan_meeting/{self.family_id}")
            self._new.dated.connect(self._dated)
        self._bring_up(self._new)

    def _show_head(self) -> None:
        """What the meeting is called, how far it has come, and the main button."""
        sheet = self._meeting
        clear(self._badge)
        planning = self._showing(self._plan)
        # a low window needs the room for the paper
        self._head.setVisible(not self._showing(self._letters) or self.window().height() >= LOW)
        self._invite.setVisible(planning and sheet is not None)
        for one in (self._calendar, self._sheet):
            one.setVisible(sheet is not None)
        self._room.setVisible(sheet is not None and sheet.row.state is not MeetingState.CANCELLED)
        if sheet is None:
            self._heading.set_text(t("care_team.plan"))
            return
        self._heading.set_text(" · ".join((t("care_team.number", n=sheet.row.number), when(sheet.row))))
        self._badge.addWidget(badge(*state_badge(sheet.row, self.workspace.today())))
        again = sheet.row.state is MeetingState.INVITED
        relabel(self._invite, t("plan_meeting.invite_again" if again else "plan_meeting.invite"))
        self._invite.setEnabled(sheet.row.state in (MeetingState.PLANNED, MeetingState.INVITED))

    def _showing(self, part: QWidget | None) -> bool:
        return part is not None and self._stack.currentWidget() is part

    def _bring_up(self, part: QWidget | None) -> None:
        if part is None:
            return
        if self._stack.indexOf(part) < 0:
            self._stack.addWidget(part)
        self._stack.setCurrentWidget(part)
        self._show_head()
        self.commands_changed.emit()

    def _attempt(self, act: Callable[[], object], told: str) -> None:
        """Do it and tell, or say why not."""
        if self._refused.allows(act) and told:
            self.done.emit(told, undone(self.workspace, self.family_id))
