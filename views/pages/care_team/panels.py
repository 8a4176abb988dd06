# SPDX-License-Identifier: MIT
"""The questions of the tab: a group begins, is mended and ends, somebody joins, a meeting is called off."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator
from pydantic import Field as Limited
from PySide6.QtWidgets import QWidget

from models.queries.care_teams import CareTeamRow, MemberRow
from models.queries.people import people_of
from models.records.person import PersonKind
from models.values.typed import Name, Reason, RequiredText
from models.work.care_team import (
    AT_MOST_A_YEAR,
    CareTeamDraft,
    MemberDraft,
    TeamEndDraft,
    add_team_member,
    edit_care_team,
    edit_team_member,
    end_care_team,
    start_care_team,
)
from models.work.plan_meeting import CancelDraft, cancel_meeting
from views.form.choice_editors import CheckEditor, choice, combo
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field
from views.form.question import Question, ask
from views.form.text_editors import long_text
from views.pages.care_team.who import TypedWho, is_service, languages, who_editor, who_of
from views.texts import t
from views.workspace import Workspace

WISHERS = ("family", "municipality")
GROUND_HINT = "care_team.field.ground_hint"
NO_GROUND = "care_team.field.ground_missing"
Weeks = Annotated[Annotated[int, Limited(ge=0, le=AT_MOST_A_YEAR)] | None, BeforeValidator(lambda typed: typed or None)]
Told = Callable[[str], object]


class TypedTeam(BaseModel):
    """A group as it is written down."""

    started_by: Literal["family", "municipality"] = "family"
    started_on: date
    ground: RequiredText
    every_weeks: Weeks = None
    child_id: UUID | None = None

    def draft(self) -> CareTeamDraft:
        """The group itself."""
        return CareTeamDraft(**self.model_dump(exclude={"every_weeks"}), every_weeks=self.every_weeks or 0)


class TypedMember(TypedWho):
    """Somebody in the group."""

    chair: bool = False
    deputy: Name = ""
    from_on: date

    def member(self) -> MemberDraft:
        """The member itself."""
        own = self.model_dump(include={"chair", "deputy", "from_on"})
        return MemberDraft.model_validate(self.pointed() | own)


class TypedCancel(BaseModel):
    """Why there is no meeting."""

    reason: Reason


class Panels:
    """Asks over the window, and tells the tab what was done."""

    def __init__(self, window: Callable[[], QWidget], workspace: Workspace, family_id: UUID, told: Told) -> None:
        self._window, self._workspace, self._family_id, self._told = window, workspace, family_id, told

    def start(self) -> None:
        """A new group."""
        begins = {"started_by": "family", "started_on": self._workspace.today()}

        def work(typed: TypedTeam) -> None:
            self._workspace.do(start_care_team, self._family_id, typed.draft())
            self._told(t("care_team.started"))

        self._ask("start", str(self._family_id), TypedTeam, self._team_fields(), work, begins)

    def mend(self, team: CareTeamRow) -> None:
        """Why, and how often."""
        stands = {name: getattr(team, name) for name in ("started_by", "started_on", "ground", "child_id")}

        def work(typed: TypedTeam) -> None:
            self._workspace.do(edit_care_team, team.id, typed.draft())
            self._told(t("care_team.mended"))

        stands["every_weeks"] = team.every_weeks or None
        self._ask("mend", str(team.id), TypedTeam, self._team_fields(), work, stands)

    def end(self, team: CareTeamRow) -> None:
        """The group ends."""
        fields = [
            Field("ended_by", "care_team.field.ended_by", choice(WISHERS, "care_team.wisher")),
            Field("ended_on", "care_team.field.ended_on", past_date),
            Field("end_reason", "care_team.field.end_reason", long_text(2, 5), width="full"),
        ]

        def work(typed: TeamEndDraft) -> None:
            self._workspace.do(end_care_team, team.id, typed)
            self._told(t("care_team.ended"))

        begins = {"ended_by": "family", "ended_on": self._workspace.today()}
        self._ask("end", str(team.id), TeamEndDraft, fields, work, begins)

    def join(self, team: CareTeamRow) -> None:
        """Somebody new."""

        def work(typed: TypedMember) -> None:
            self._workspace.do(add_team_member, team.id, typed.member())
            self._told(t("care_team.joined"))

        begins = {"from_on": self._workspace.today()}
        self._ask("join", str(team.id), TypedMember, self._member_fields(), work, begins)

    def mend_member(self, member: MemberRow) -> None:
        """Role, deputy, language, and who leads."""
        stands = {name: getattr(member, name) for name in ("role", "language", "chair", "deputy", "from_on")}
        contact = member.name if member.family_service_id and member.name != member.service else ""

        def work(typed: TypedMember) -> None:
            self._workspace.do(edit_team_member, member.id, typed.member())
            self._told(t("care_team.member_mended"))

        start = stands | {"who": who_of(member), "contact": contact}
        self._ask("member", str(member.id), TypedMember, self._member_fields(), work, start)

    def cancel(self, meeting_id: UUID) -> None:
        """No meeting after all."""
        field = Field("reason", "care_team.field.cancel_reason", long_text(2, 4), width="full")

        def work(typed: TypedCancel) -> None:
            self._workspace.do(cancel_meeting, meeting_id, CancelDraft(cancelled_reason=typed.reason))
            self._told(t("care_team.cancelled"))

        self._ask("cancel", str(meeting_id), TypedCancel, [field], work, {})

    def _team_fields(self) -> list[Field]:
        children = [
            (str(one.id), one.given_name)
            for one in self._workspace.read(people_of, self._family_id)
            if one.kind is PersonKind.CHILD and one.given_name and one.left_on is None
        ]
        whole = Field("child_id", "care_team.field.child", combo(lambda: children, "care_team.whole_family"))
        return [
            Field(
                "ground",
                "care_team.field.ground",
                long_text(2, 5),
                "care_team.field.ground_hint",
                width="full",
                missing=NO_GROUND,
            ),
            Field("started_by", "care_team.field.started_by", choice(WISHERS, "care_team.wisher")),
            Field("started_on", "care_team.field.started_on", past_date),
            Field("every_weeks", "care_team.field.every_weeks", need="optional"),
            *([whole] if len(children) > 1 else []),
        ]

    def _member_fields(self) -> list[Field]:
        who = who_editor(self._workspace, self._family_id)
        return [
            Field(
                "who", "care_team.field.who", who, "care_team.field.who_hint", missing="meeting_refused.member_missing"
            ),
            Field("role", "care_team.field.role", need="optional"),
            Field("contact", "care_team.field.contact", need="optional", when=is_service),
            Field("deputy", "care_team.field.deputy", need="optional"),
            Field("from_on", "care_team.field.from_on", DateEditor),
            Field("language", "care_team.field.language", combo(languages, "care_team.language.usual")),
            Field("chair", "care_team.field.chair", CheckEditor, width="full"),
        ]

    def _ask(
        self,
        name: str,
        of: str,
        typed: type[BaseModel],
        fields: list[Field],
        work: Callable[..., None],
        start: Mapping[str, object],
    ) -> None:
        title, verb = t(f"care_team.ask.{name}.title"), t(f"care_team.ask.{name}.verb")
        about = t(f"care_team.ask.{name}.about")
        question = Question(title, verb, f"care_team_{name}/{of}", about, start)
        ask(self._window(), self._workspace, question, typed, fields, work)
