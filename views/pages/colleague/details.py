# SPDX-License-Identifier: MIT
"""What a colleague is called and what she may do; each field saves itself when it is left."""

from models.queries.office import StaffCard
from models.rules.rights import Right
from models.values.act import Role
from models.work.edit_staff import RolesDraft, StaffDraft, edit_staff
from views.form.choice_editors import CheckEditor
from views.form.field import Field
from views.form.form import Form
from views.form.text_editors import EmailEditor, PhoneEditor
from views.texts import t
from views.widgets.basics import label
from views.widgets.card import Card
from views.workspace import Workspace

ABOUT = (
    Field("name", "settings.colleague_name", need="required"),
    Field("title", "staff.title"),
    Field("phone", "staff.phone", PhoneEditor),
    Field("email", "staff.email", EmailEditor),
    Field("service", "settings.service"),
)
ROLES = tuple(Field(role.value, f"people.may.{role.value}", CheckEditor, width="full") for role in Role)
LEFT = (Field("left", "people.left", CheckEditor, width="full"),)


class DetailCards:
    """Two cards over one record; both save the whole of it, so that nothing is lost between them."""

    def __init__(self, workspace: Workspace, rights: frozenset[Right]) -> None:
        self._workspace = workspace
        self._one: StaffCard | None = None
        self._about: Form[StaffDraft] | None = None
        self._roles = Form(RolesDraft, (*ROLES, *LEFT), workspace, on_commit=self._keep_role, columns=1)
        self.about = Card(t("people.about"), icon_name="person")
        self.roles = Card(t("people.roles"), icon_name="sliders")
        self.roles.add(label(t("people.roles_hint"), "caption", "muted", wrap=True), self._roles)
        self.roles.setVisible(Right.ROLES in rights)

    def show_person(self, one: StaffCard) -> None:
        """What stands in the record now."""
        if self._about is None or self._one is None or self._one.id != one.id:
            # what is half-typed belongs to the person it is about
            self.about.empty()
            draft_id = f"colleague/{one.id}"
            self._about = Form(StaffDraft, ABOUT, self._workspace, draft_id=draft_id, on_commit=self._keep, columns=2)
            self.about.add(self._about)
        self._one = one
        self._about.set_value(one)
        self._roles.set_value({role.value: role in one.roles for role in Role} | {"left": not one.active})

    def _keep(self, name: str, value: object) -> None:
        self._save({name: value})

    def _keep_role(self, name: str, value: object) -> None:
        assert self._one is not None
        if name == "left":
            self._save({"active": not value})
            return
        role = Role(name)
        self._save({"roles": self._one.roles | {role} if value else self._one.roles - {role}})

    def _save(self, changed: dict[str, object]) -> None:
        assert self._one is not None
        plain = {one: getattr(self._one, one) for one in StaffDraft.model_fields}
        self._workspace.do(edit_staff, self._one.id, StaffDraft.model_validate(plain | changed), self._one.version)
