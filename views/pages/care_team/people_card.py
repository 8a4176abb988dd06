# SPDX-License-Identifier: MIT
"""Who is invited to a planned meeting: members ticked beforehand, each with how the consents cover them (R42)."""

from uuid import UUID

from pydantic import BaseModel

from models.queries.care_teams import Covered, MemberRow
from models.queries.meetings import MeetingSheet, ParticipantRow
from models.values.typed import Text
from models.work.invite import CalledDraft, add_participant, call_to_items, remove_participant
from models.work.who_takes_part import WhoDraft
from views.form.choice_editors import combo
from views.form.editor import Around
from views.form.field import Field
from views.form.question import Question, ask
from views.form.several_editor import SeveralEditor
from views.form.text_editors import long_text
from views.pages.care_team.team_card import Attempt
from views.pages.care_team.who import TypedWho, is_service, languages, who_editor
from views.pages.care_team.words import left_out_line, participant_line
from views.pages.family.reading_only import may_write
from views.texts import t
from views.widgets.basics import button
from views.widgets.card import Card
from views.widgets.rows import Line, Row, RowList
from views.workspace import Workspace

REASON = Field(
    "without_consent_reason",
    "plan_meeting.field.reason",
    long_text(2, 4),
    "plan_meeting.field.reason_hint",
    need="optional",
    width="full",
)


class TypedCalled(BaseModel):
    """To which items, and why without a consent."""

    items: frozenset[UUID] = frozenset()
    without_consent_reason: Text = ""


class PeopleCard(Card):
    """Space invites and lets out, Enter calls to some items only."""

    def __init__(self, workspace: Workspace, family_id: UUID, attempt: Attempt) -> None:
        other = button(t("plan_meeting.invite_other"), "plus", "flat", self.invite_other)
        super().__init__(t("plan_meeting.people"), right=other)
        self._workspace, self._family_id, self._attempt = workspace, family_id, attempt
        self._sheet: MeetingSheet | None = None
        self.rows = RowList(t("plan_meeting.people"), fit=True, marks=True)
        self.rows.ticked.connect(self._toggle)
        self.rows.opened.connect(lambda line: self._call(line.value))
        self.add(self.rows)

    def show_meeting(self, sheet: MeetingSheet, members: tuple[MemberRow, ...]) -> None:
        """Those invited, then the members who are not."""
        self._sheet = sheet
        there = {one.member_id for one in sheet.participants}
        lines: list[Line] = [participant_line(one, len(sheet.items)) for one in sheet.participants]
        self.rows.show_rows([*lines, *(left_out_line(one) for one in members if one.id not in there)])

    def go_to(self, participant_id: UUID) -> None:
        """To the row that something is wrong with, and ask what to do about it."""
        self.rows.choose(participant_id)
        self.rows.setFocus()
        line = self.rows.current()
        if line is not None:
            self._call(line.value)

    def invite_other(self) -> None:
        """Somebody who is not in the group."""
        if self._sheet is None:
            return
        meeting_id = self._sheet.row.id
        who = who_editor(self._workspace, self._family_id)
        missing = "meeting_refused.member_missing"
        fields = [
            Field("who", "care_team.field.who", who, "care_team.field.who_hint", missing=missing),
            Field("role", "care_team.field.role", need="optional"),
            Field("contact", "care_team.field.contact", need="optional", when=is_service),
            Field("language", "care_team.field.language", combo(languages, "care_team.language.usual")),
        ]

        def work(typed: TypedWho) -> None:
            self._workspace.do(add_participant, meeting_id, typed.draft())
            self._attempt(_nothing, t("plan_meeting.invited_one"))

        title, verb = t("plan_meeting.ask.other.title"), t("plan_meeting.ask.other.verb")
        question = Question(title, verb, f"invite_other/{meeting_id}", t("plan_meeting.ask.other.about"))
        ask(self.window(), self._workspace, question, TypedWho, fields, work)

    def _toggle(self, line: Row) -> None:
        one, sheet = line.value, self._sheet
        if sheet is None or not may_write(self._workspace):
            return
        if isinstance(one, ParticipantRow):
            told = t("plan_meeting.let_out")
            self._attempt(lambda: self._workspace.do(remove_participant, one.id), told)
        elif isinstance(one, MemberRow):
            pointed = {name: getattr(one, name) for name in ("person_id", "family_service_id", "staff_id")}
            who = WhoDraft(**pointed, name=one.name, role=one.role)
            told = t("plan_meeting.invited_one")
            self._attempt(lambda: self._workspace.do(add_participant, sheet.row.id, who), told)

    def _call(self, one: object) -> None:
        sheet = self._sheet
        if sheet is None or not isinstance(one, ParticipantRow) or not may_write(self._workspace):
            return

        def items(around: Around) -> SeveralEditor:
            numbered = enumerate(sheet.items, start=1)
            return SeveralEditor(around, [(str(one.id), f"{n} {one.title}") for n, one in numbered])

        def work(typed: TypedCalled) -> None:
            self._workspace.do(call_to_items, one.id, CalledDraft.model_validate(typed.model_dump()))
            self._attempt(_nothing, t("plan_meeting.called"))

        hint = "plan_meeting.field.items_hint"
        fields = [Field("items", "plan_meeting.field.items", items, hint, width="full")]
        if one.covered not in (Covered.OURS, Covered.PARTY):
            fields.append(REASON)
        start = {"items": one.items, "without_consent_reason": one.without_consent_reason}
        verb, about = t("plan_meeting.ask.call.verb"), t("plan_meeting.ask.call.about")
        # who it is stands in the row behind; a title would keep the name when the view turns discreet
        title = ", ".join(filter(None, (one.role, one.service))) or t("plan_meeting.ask.call.title")
        question = Question(title, verb, f"call/{one.id}", about, start)
        ask(self.window(), self._workspace, question, TypedCalled, fields, work)


def _nothing() -> None:
    """What is told of is done already."""
