# SPDX-License-Identifier: MIT
"""Choosing somebody for the group or a meeting: of the family, its services, one of us, or a name alone."""

from collections.abc import Callable, Mapping
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from models.queries.care_teams import MemberRow, who_can_come
from models.values.typed import Line, RequiredLine
from models.work.who_takes_part import WhoDraft
from views.discreet import shown
from views.form.editor import Around, Editor
from views.form.person_editor import Choice
from views.pages.tasks.task_form import FIELD_OF, WhoEditor
from views.texts import t
from views.workspace import Workspace

Language = Literal["", "nb", "nn"]


class TypedWho(BaseModel):
    """Who, in what role; `who` is «person/id», «service/id», «staff/id» or a name."""

    who: RequiredLine
    contact: Line = ""
    role: Line = ""
    language: Language | None = None

    def pointed(self) -> dict[str, object]:
        """Who is meant, as use-cases are told."""
        kind, _, id = self.who.partition("/")
        told: dict[str, object] = {"role": self.role, "language": self.language or ""}
        if kind not in FIELD_OF:
            return told | {"name": self.who}
        return told | {FIELD_OF[kind]: UUID(id), "name": self.contact if kind == "service" else ""}

    def draft(self) -> WhoDraft:
        """A participant."""
        return WhoDraft.model_validate(self.pointed())


def who_editor(workspace: Workspace, family_id: UUID) -> Callable[[Around], Editor]:
    """Those who can be chosen in this family; another name may be written."""

    def choices() -> list[Choice]:
        return [
            Choice(
                f"{one.kind}/{one.id}",
                one.name if one.kind == "service" else shown(one.name),
                shown(one.second) if one.second else t(f"tasks.kind.{one.kind}"),
            )
            for one in workspace.read(who_can_come, family_id)
        ]

    return lambda around: WhoEditor(around, choices)


def who_of(member: MemberRow) -> str:
    """Who a member is, as the field has it."""
    ids = {"person": member.person_id, "service": member.family_service_id, "staff": member.staff_id}
    return next((f"{kind}/{id}" for kind, id in ids.items() if id), member.name)


def is_service(values: Mapping[str, object]) -> bool:
    """Whether a service is chosen, whose contact can be another than the usual."""
    return str(values.get("who") or "").startswith("service/")


def languages() -> list[tuple[str, str]]:
    """The målformer a letter can be in."""
    return [(one, t(f"care_team.language.{one}")) for one in ("nb", "nn")]
