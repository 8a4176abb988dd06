# SPDX-License-Identifier: MIT
"""Those who work here, for everybody to see; those who look after it add one more and open each."""

from collections.abc import Sequence
from uuid import UUID

from models.queries.access import rights_of
from models.queries.office import StaffCard
from models.rules.rights import Right
from models.values.act import Role
from models.values.refusal import Refusal, Refusals
from models.work.edit_staff import StaffDraft, add_staff
from views.form.form import Form
from views.navigation import Navigator
from views.pages.settings.fields import COLLEAGUE
from views.texts import t
from views.widgets.basics import BadgeKind, button, label, row
from views.widgets.card import Card
from views.widgets.rows import Row, RowList
from views.workspace import Workspace


class PeopleCard(Card):
    """The list, and a short form for one more."""

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__(t("settings.people"), icon_name="family")
        self._workspace, self._navigator = workspace, navigator
        self._rights = workspace.read(rights_of, workspace.staff_id)
        self._list = RowList(t("settings.people"), fit=True)
        self._form = Form(StaffDraft, COLLEAGUE, workspace, draft_id="new_colleague", columns=2)
        self._add = button(t("settings.add_colleague"), "plus", run=self._create)
        looks_after = Right.PEOPLE in self._rights
        if looks_after:
            self._list.opened.connect(lambda one: self._open(one.id))
        hint = label(t("people.list_hint"), "caption", "muted", wrap=True)
        self.add(self._list, hint, self._form, row(self._add, None))
        for one in (hint, self._form, self._add):
            one.setVisible(looks_after)

    def show_people(self, people: Sequence[StaffCard]) -> None:
        """Show everybody in the service."""
        self._list.show_rows([_line(one) for one in people])

    def _open(self, id: object) -> None:
        self._navigator.open("colleague", id=str(id))

    def _create(self) -> None:
        draft = self._form.draft()
        if draft is None:
            return
        roles = frozenset({Role.COORDINATOR}) if Right.ROLES in self._rights else frozenset[Role]()
        try:
            id: UUID = self._workspace.do(add_staff, draft.model_copy(update={"roles": roles}))
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        self._form.done()
        self._open(id)


def _line(one: StaffCard) -> Row:
    roles = ", ".join(t(f"people.role.{role.value}") for role in Role if role in one.roles)
    second = " · ".join(filter(None, (one.title, roles, one.service, one.phone)))
    return Row(id=str(one.id), title=one.name, second=second, icon="person", badge=_badge(one))


def _badge(one: StaffCard) -> tuple[str, BadgeKind] | None:
    if not one.active:
        return t("people.badge.left"), "neutral"
    return (t("people.badge.way_in"), "info") if one.slot else None
