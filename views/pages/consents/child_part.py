# SPDX-License-Identifier: MIT
"""What the children say: to be asked by somebody before a day, said, or not said and why."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from models.queries.child_views import ChildViewRow
from models.records.child_view import Heard
from models.values.date_words import from_today, short_date
from models.work.child_views import PlannedView, WrittenView, plan_child_view, record_child_view, write_child_view
from views.discreet import free_text, shown
from views.form.choice_editors import ChoiceEditor, choice
from views.form.date_editor import DateEditor, past_date
from views.form.field import Field
from views.form.text_editors import long_text
from views.pages.consents.answers import texts
from views.pages.family.undoing import undone
from views.pages.right.around import Around, Undo
from views.pages.right.submit_card import SubmitCard
from views.texts import language, t
from views.widgets.basics import BadgeKind, button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.empty_state import EmptyState
from views.widgets.rows import Row, RowList
from views.widgets.scroll import TallContent

Children = Sequence[tuple[UUID, str]]


class TypedView(WrittenView):
    """What is written, and of which child when nobody planned it."""

    child_id: UUID | None = None


class TypedPlan(PlannedView):
    """Who asks which child, and when."""

    child_id: UUID


class ChildPart(TallContent):
    """The list, and a form that folds out for what is to be written."""

    def __init__(self, around: Around, children: Children) -> None:
        super().__init__()
        self._around, self._children = around, children
        self._view: ChildViewRow | None = None
        self._form: SubmitCard[TypedView] | None = None
        self._plan = SubmitCard(
            around, "plan_view", texts("plan_view"), TypedPlan, _plan_fields(children), self._plan_it
        )
        self._plan.form.set_value({"child_id": str(children[0][0]) if children else None})
        self._plan.hide()
        told = label(t("consents.views_hint"), "body", "muted", wrap=True)
        write = button(t("consents.write_view.open"), "talk", "primary", lambda: self.write(None))
        plan = button(t("consents.plan_view.open"), "calendar", run=lambda: self._plan.open("heard_by"))
        self._head = row(write, plan, None)
        self.list = RowList(t("consents.views"), fit=True)
        self.list.opened.connect(lambda found: self.write(found.value))
        self._card = Card(t("consents.views"), icon_name="talk", gap=4)
        self._card.add(self.list)
        self._empty = EmptyState("talk", t("consents.no_views"), t("consents.no_views_hint"))
        self._place = column(gap=14)
        pieces = (told, self._head, self._plan, self._place, self._card, self._empty, None)
        self.setLayout(column(*pieces, gap=14, margins=(2, 2, 10, 8)))

    def show_views(self, views: Sequence[ChildViewRow], today: date) -> None:
        """Those that wait first."""
        self.list.show_rows([_line(one, today) for one in views])
        self._card.setVisible(bool(views))
        self._empty.setVisible(not views)
        self._plan.setVisible(self._plan.half_typed())

    def write(self, view: ChildViewRow | None) -> None:
        """The form for one view; None is one that nobody planned."""
        if self._form is not None:
            self._form.form.flush()
        clear(self._place)
        self._view = view
        name = f"write_view/{view.id}" if view else "write_view"
        fields = _written_fields(self._children, new=view is None)
        self._form = SubmitCard(self._around, name, texts("write_view"), TypedView, fields, self._write_it, True)
        self._form.form.set_value(_filled(view) if view else _fresh(self._children))
        self._place.addWidget(self._form)
        self._form.open("heard")

    def _plan_it(self, draft: TypedPlan) -> Undo:
        planned = PlannedView(**draft.model_dump(exclude={"child_id"}))
        self._around.workspace.do(plan_child_view, draft.child_id, planned)
        return undone(self._around.workspace, self._around.family_id)

    def _write_it(self, draft: TypedView) -> Undo:
        written = WrittenView(**draft.model_dump(exclude={"child_id"}))
        do, view = self._around.workspace.do, self._view
        if view is not None:
            do(record_child_view, view.id, written)
        elif draft.child_id is not None:
            do(write_child_view, draft.child_id, written)
        if self._form is not None:
            self._form.hide()
        return undone(self._around.workspace, self._around.family_id)


def _which(children: Children) -> Field:
    options = [(str(id), shown(name)) for id, name in children]
    return Field("child_id", "consents.field.child", lambda around: ChoiceEditor(around, options), width="full")


def _plan_fields(children: Children) -> tuple[Field, ...]:
    return (
        _which(children),
        Field("heard_by", "consents.field.heard_by", need="required"),
        Field("prepare_by", "consents.field.prepare_by", DateEditor, need="required"),
        Field("about", "consents.field.about", hint="consents.field.about_hint", need="required", width="full"),
    )


def _written_fields(children: Children, *, new: bool) -> tuple[Field, ...]:
    def heard(values: Mapping[str, object]) -> bool:
        return values["heard"] == Heard.HEARD

    def not_heard(values: Mapping[str, object]) -> bool:
        return values["heard"] == Heard.NOT_HEARD

    return (
        Field("heard", "consents.field.heard", choice((Heard.HEARD, Heard.NOT_HEARD), "consents.heard"), width="full"),
        *((_which(children),) if new else ()),
        Field("heard_by", "consents.field.heard_by", when=heard),
        Field("heard_on", "consents.field.heard_on", past_date, when=heard),
        Field("about", "consents.field.about", width="full"),
        Field("told", "consents.field.told", long_text(2), hint="consents.field.told_hint", width="full", when=heard),
        Field("how", "consents.field.how", long_text(1), hint="consents.field.how_hint", width="full", when=heard),
        Field(
            "words", "consents.field.words", long_text(3), hint="consents.field.words_hint", width="full", when=heard
        ),
        Field("agrees", "consents.field.agrees", choice(("yes", "no"), "consents.agrees"), when=heard),
        Field("weight", "consents.field.weight", long_text(2), need="optional", width="full", when=heard),
        Field("not_heard_reason", "consents.field.not_heard_reason", long_text(2), width="full", when=not_heard),
        Field("best_interests", "consents.field.best_interests", long_text(2), need="optional", width="full"),
    )


def _fresh(children: Children) -> dict[str, object]:
    return {"heard": "heard", "child_id": str(children[0][0]) if children else None, "agrees": ""}


def _filled(view: ChildViewRow) -> dict[str, object]:
    names = ("about", "heard_on", "heard_by", "how", "told", "words", "agrees", "weight")
    found = {name: getattr(view, name) for name in (*names, "not_heard_reason", "best_interests")}
    return {**found, "heard": Heard.HEARD if view.heard is Heard.ASKED else view.heard}


def _line(view: ChildViewRow, today: date) -> Row:
    name = shown(view.child)
    kind: BadgeKind
    if view.heard is Heard.ASKED:
        said = t("consents.to_be_heard", child=name, who=shown(view.heard_by))
        when = from_today(view.prepare_by, today, language()) if view.prepare_by else ""
        kind = "danger" if view.prepare_by and view.prepare_by < today else "info"
        badge = (when or t("consents.heard.asked"), kind)
        return Row(view.id, said, second=free_text(view.about), icon="clock", badge=badge, value=view)
    words = free_text(view.words or view.not_heard_reason).partition("\n")[0]
    heard = view.heard is Heard.HEARD
    day = short_date(view.heard_on) if view.heard_on else ""
    second = " · ".join(filter(None, (name, free_text(view.about), shown(view.heard_by), day)))
    kind = "success" if heard else "neutral"
    said = t("consents.quote", words=words) if heard and words else words or t("consents.heard_no_words")
    return Row(view.id, said, second=second, icon="talk", badge=(t(f"consents.heard.{view.heard}"), kind), value=view)
