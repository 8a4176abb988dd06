# SPDX-License-Identifier: MIT
"""A planned meeting in view: when and where, the child's part, who comes, and the agenda; kept field by field."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import BaseModel
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.queries.care_teams import MemberRow
from models.queries.meeting_facts import still_missing
from models.queries.meetings import MeetingSheet
from models.values.refusal import Refusal
from models.work.plan_meeting import MeetingDraft, edit_meeting
from views.form.field import Field
from views.form.form import Form
from views.pages.care_team.agenda_card import AgendaCard
from views.pages.care_team.people_card import PeopleCard
from views.pages.care_team.plan_form import CHILD, WHEN, TypedChild, TypedWhen, stored
from views.pages.care_team.team_card import Attempt
from views.texts import t
from views.widgets.basics import column, label, row
from views.widgets.card import Card
from views.widgets.error_summary import ErrorSummary, Problem
from views.widgets.scroll import ScrollColumn
from views.workspace import Workspace

MOST = 24
PARTICIPANT = "participant."


class PlanPart(QWidget):
    """Two columns that scroll by themselves."""

    def __init__(self, workspace: Workspace, family_id: UUID, meeting_id: UUID, attempt: Attempt) -> None:
        super().__init__()
        self._workspace, self.meeting_id = workspace, meeting_id
        self._stored: dict[str, object] = {}
        self.summary = ErrorSummary("plan_meeting.before_inviting")
        self.when = self._form(TypedWhen, WHEN, f"meeting_when/{meeting_id}")
        self.child = self._form(TypedChild, CHILD, f"meeting_child/{meeting_id}")
        self.people = PeopleCard(workspace, family_id, attempt)
        self.agenda = AgendaCard(workspace, attempt)
        why = label(t("plan_meeting.child_why"), "body", "muted", wrap=True)
        left = column(
            Card(t("plan_meeting.when"), icon_name="calendar").add(self.when),
            Card(t("plan_meeting.child"), icon_name="heart").add(why, self.child),
            None,
            gap=14,
            margins=(0, 0, 8, 0),
        )
        right = column(self.summary, self.people, self.agenda, None, gap=14, margins=(0, 0, 8, 0))
        across = row(ScrollColumn(left), ScrollColumn(right), gap=12)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        self.setLayout(across)

    def show_meeting(self, sheet: MeetingSheet, members: tuple[MemberRow, ...]) -> None:
        """Show what stands in the vault; what somebody writes now is not written over."""
        values = stored(sheet)
        if values != self._stored:
            self._stored = values
            for form in (self.when, self.child):
                form.set_value({name: value for name, value in values.items() if name in form.rows})
        self.people.show_meeting(sheet, members)
        self.agenda.show_meeting(sheet)
        if self.summary.isVisibleTo(self):
            # the lines vanish as they are mended
            missing = self._workspace.read(still_missing, self.meeting_id, self._workspace.today())
            self.show_missing(missing, take_focus=False)

    def show_missing(self, missing: Sequence[Refusal], take_focus: bool = True) -> None:
        """What must be settled before anybody is invited, each with the way to it."""
        self.summary.show_problems([self._problem(one) for one in missing], take_focus)
        for link in self.summary.links():
            # a long name must not make the column wider than there is room for
            link.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            link.setMinimumWidth(1)

    def _problem(self, one: Refusal) -> Problem:
        said, field = t(one.key, **{name: _short(str(value)) for name, value in one.values.items()}), one.field or ""
        if field.startswith(PARTICIPANT):
            return said, lambda: self.people.go_to(UUID(field.removeprefix(PARTICIPANT)))
        form = self.child if field in self.child.rows else self.when if field in self.when.rows else None
        if form is not None:
            return said, lambda: form.sheet.focus_field(field)
        return said, (self.agenda if field == "agenda" else self.people).rows.setFocus

    def _form(self, typed: type[BaseModel], fields: tuple[Field, ...], draft_id: str) -> Form[BaseModel]:
        return Form(typed, fields, self._workspace, draft_id=draft_id, on_commit=self._keep, columns=2)

    def _keep(self, name: str, value: object) -> None:
        before = self._stored
        # the vault tells of the change before this returns, and must find it shown already
        self._stored = before | {name: value}
        try:
            draft = MeetingDraft.model_validate(self._stored | {name: value if value is not None else _none(name)})
            self._workspace.do(edit_meeting, self.meeting_id, draft)
        except Exception:
            self._stored = before
            raise


def _none(name: str) -> object:
    """What an emptied field means to the record."""
    return "" if name == "child_takes_part" else None


def _short(words: str) -> str:
    """A long heading or name as far as a line has room for it."""
    return words if len(words) <= MOST else f"{words[: MOST - 1].strip()}…"
