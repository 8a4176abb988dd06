# SPDX-License-Identifier: MIT
"""Colleagues who can be appointed as coordinators, also those who never open the vault themselves."""

from collections.abc import Sequence

from models.queries.office import StaffCard
from models.values.act import Role
from models.values.refusal import Refusal, Refusals
from models.work.edit_staff import StaffDraft, add_staff
from views.form.form import Form
from views.pages.settings.fields import COLLEAGUE
from views.texts import t
from views.widgets.basics import button, row
from views.widgets.card import Card
from views.widgets.rows import Row, RowList
from views.workspace import Workspace


class PeopleCard(Card):
    """The list, and a short form for one more."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(t("settings.people"), icon_name="family")
        self._workspace = workspace
        self._list = RowList(t("settings.people"), fit=True)
        self._form = Form(StaffDraft, COLLEAGUE, workspace, draft_id="new_colleague", columns=2)
        self._add = button(t("settings.add_colleague"), "plus", run=self._create)
        self.add(self._list, self._form, row(self._add, None))

    def show_people(self, people: Sequence[StaffCard]) -> None:
        """Show everybody in the service."""
        self._list.show_rows([_line(one) for one in people])

    def _create(self) -> None:
        draft = self._form.draft()
        if draft is None:
            return
        try:
            self._workspace.do(add_staff, draft.model_copy(update={"roles": frozenset({Role.COORDINATOR})}))
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        self._form.done()


def _line(one: StaffCard) -> Row:
    second = " · ".join(filter(None, (one.title, one.service, one.phone)))
    return Row(id=str(one.id), title=one.name, second=second, icon="person")
