# SPDX-License-Identifier: MIT
"""The services' own plans: Enter mends one, Delete takes it out of the list."""

from uuid import UUID

from models.queries.family_services import ServicesAround, SubplanRow
from models.values.refusal import Refusal, Refusals
from models.work.edit_subplan import SubplanDraft, add_subplan, edit_subplan, remove_subplan
from views.form.date_editor import DateEditor
from views.form.field import Field
from views.form.form import Form
from views.pages.right.around import Around
from views.pages.services.choices import narrow_combo
from views.pages.services.family_words import name_of, plan_line
from views.pages.services.undoing import undo_newest
from views.texts import t
from views.widgets.basics import button, label
from views.widgets.card import Card
from views.widgets.flow import flow
from views.widgets.rows import Row, RowList


class PlansCard(Card):
    """The list, and one form below it."""

    def __init__(self, around: Around) -> None:
        super().__init__(t("family_services.plans"), icon_name="document")
        self._around = around
        self._found: ServicesAround | None = None
        self._plan: SubplanRow | None = None
        self._form: Form[SubplanDraft] | None = None
        self._list = RowList(t("family_services.plans"), fit=True)
        self._list.opened.connect(self._mend)
        self._list.pressed_key.connect(self._key)
        self._none = label(t("family_services.no_plans"), "body", "muted", wrap=True)
        self._box = Card(kind="flat", margins=(0, 0, 0, 0))
        self._box.hide()
        self._new = button(t("family_services.new_plan"), "plus", "flat", lambda: self._open(None))
        self.add(self._list, self._none, self._box, flow(self._new))

    def show_plans(self, found: ServicesAround) -> None:
        """The plans as they stand."""
        self._found = found
        self._list.show_rows([plan_line(plan, found.services) for plan in found.subplans])
        self._list.setVisible(bool(found.subplans))
        self._none.setVisible(not found.subplans and self._form is None)

    def _mend(self, chosen: Row) -> None:
        if isinstance(chosen.value, SubplanRow):
            self._open(chosen.value)

    def _open(self, plan: SubplanRow | None) -> None:
        self._plan = plan
        draft_id = self._around.draft_id("subplan", plan.id if plan else "")
        form: Form[SubplanDraft] = Form(
            SubplanDraft, self._fields(), self._around.workspace, draft_id=draft_id, columns=1
        )
        if plan is not None:
            form.set_value(plan)
        self._form = form
        self._box.empty()
        verbs = [
            button(t("services.save"), "check", run=self._save),
            button(t("services.cancel"), kind="flat", run=self._cancel),
        ]
        if plan is not None:
            verbs.append(button(t("family_services.remove_plan"), "bin", "flat", lambda: self._remove(plan)))
        self._box.add(form, flow(*verbs))
        self._box.show()
        self._new.hide()
        self._none.hide()
        form.sheet.focus_field("title")

    def _fields(self) -> tuple[Field, ...]:
        services = self._found.services if self._found else ()
        named = [(str(one.id), name_of(one)) for one in services]
        return (
            Field("title", "family_services.field.plan", need="required", missing="family_services.plan_missing"),
            Field("family_service_id", "family_services.field.plan_of", narrow_combo(lambda: named, "form.choose")),
            Field("owner", "family_services.field.owner", need="optional"),
            Field("kept_at", "family_services.field.kept_at", hint="family_services.kept_hint", need="optional"),
            Field("valid_to", "family_services.field.valid_to", DateEditor, need="optional"),
        )

    def _save(self) -> None:
        assert self._form is not None
        draft, do, plan = self._form.draft(), self._around.workspace.do, self._plan
        if draft is None:
            return
        try:
            if plan is None:
                do(add_subplan, self._around.family_id, draft)
            else:
                do(edit_subplan, plan.id, draft)
        except (Refusal, Refusals) as refused:
            self._form.show_refusal(refused)
            return
        self._cancel()
        self._around.tell(t("family_services.plan_saved"), undo_newest(self._around))

    def _cancel(self) -> None:
        if self._form is not None:
            self._form.done()
        self._form = self._plan = None
        self._box.empty()
        self._box.hide()
        self._new.show()
        if self._found is not None:
            self.show_plans(self._found)
        (self._list if self._list.isVisibleTo(self) else self._new).setFocus()

    def _key(self, chosen: Row, key: str) -> None:
        if key == "Delete" and isinstance(chosen.value, SubplanRow):
            self._remove(chosen.value)

    def _remove(self, plan: SubplanRow) -> None:
        id: UUID = plan.id
        self._cancel()
        self._around.workspace.do(remove_subplan, id)
        self._around.tell(t("family_services.plan_removed"), undo_newest(self._around))
