# SPDX-License-Identifier: MIT
"""A form built from fields and checked by a pydantic draft; it saves what is half-typed and shows what is wrong.

A new record:

    FIELDS = (
        Section("enquiry.who"),
        Field("name", "enquiry.name", need="required"),
        Field("born_on", "enquiry.born_on", past_date, hint="enquiry.born_on_hint"),
        Field("phone", "enquiry.phone", PhoneEditor, need="optional"),
        Field("kind", "enquiry.kind", choice(Kind, "enquiry.kind_of")),
        Field("note", "enquiry.note", long_text(4), width="full", when=lambda values: values["kind"] == "other"),
    )
    self.form = Form(EnquiryDraft, FIELDS, workspace, draft_id="new_enquiry", before="enquiry.before_create")
    self.body.addWidget(self.form)
    self.body.addLayout(row(button(t("enquiry.create"), kind="primary", run=self._create), None))

    def _create(self) -> None:
        draft = self.form.draft()                       # None: the errors are shown and the summary has the focus
        if draft is None:
            return
        try:
            id = self.workspace.do(record_enquiry, draft)
        except (Refusal, Refusals) as refused:
            self.form.show_refusal(refused)             # beside the field, and in the summary
            return
        self.form.done()                                # the draft has become a record

An existing record, saved field by field as each is left:

    form = Form(PersonDraft, FIELDS, workspace, draft_id=f"person/{id}", on_commit=self._commit)
    form.set_value(row)                                 # a mapping, a frozen dataclass or a pydantic object
    def _commit(self, name: str, value: object) -> None:
        self.workspace.do(edit_person, self._id, name, value)      # may raise Refusal
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.values.refusal import Refusal, Refusals
from views.form.draft_keeper import DraftKeeper
from views.form.editor import Around
from views.form.field import Field, Section
from views.form.grid import WIDEST
from views.form.messages import sentences
from views.form.sheet import Sheet
from views.form.values import plain
from views.refused import sentences as refusal_sentences
from views.texts import language
from views.widgets.error_summary import ErrorSummary
from views.workspace import Workspace

Draft = TypeVar("Draft", bound=BaseModel)
Commit = Callable[[str, object], object]


class Form(QWidget, Generic[Draft]):
    """Fields, their errors, their drafts."""

    # the person changed the field with this name
    changed = Signal(str)

    def __init__(
        self,
        draft_type: type[Draft],
        fields: Sequence[Field | Section],
        workspace: Workspace | None = None,
        *,
        draft_id: str | None = None,
        on_commit: Commit | None = None,
        before: str = "form.summary",
        columns: int = 0,
    ) -> None:
        super().__init__()
        self.draft_id, self._draft_type, self._on_commit = draft_id, draft_type, on_commit
        self._today = workspace.today if workspace else _today
        self.sheet = Sheet(fields, Around(self._today, language()), columns)
        self.rows = self.sheet.rows
        self.summary = ErrorSummary(before)
        self.summary.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.sheet)
        layout.addWidget(self.summary)
        self._tried, self._refused = False, dict[str, str]()
        self._loaded = self.sheet.raw()
        self.sheet.edited.connect(self._edited)
        self.sheet.left.connect(self._left)
        self._keeper: DraftKeeper | None = None
        if workspace is not None and draft_id is not None:
            self._keeper = DraftKeeper(self.sheet, workspace.drafts, draft_id, self.half_typed)
            if on_commit is None:
                # a form over a record is given its values next, and restores then
                self._keeper.restore()

    def value(self) -> dict[str, object]:
        """What each field means; fields that are left out of view give what they hold."""
        return self.sheet.value()

    def set_value(self, source: object) -> None:
        """Show what a record says; half-typed text, kept or standing in the form, stays above it."""
        typed, caret = self.half_typed() if self._keeper else {}, self.sheet.caret()
        self.sheet.set_value(plain(source))
        self._loaded = self.sheet.raw()
        if self._keeper and not self._keeper.restored:
            self._keeper.restore()
        elif typed:
            self.sheet.set_raw(typed)
            self.sheet.put_caret(caret)

    def draft(self) -> Draft | None:
        """What was filled in, or None when something must be mended first; the errors are shown then."""
        self._tried, self._refused = True, {}
        draft, errors = self._check()
        self._show(errors)
        return draft

    def show_refusal(self, refused: Refusal | Refusals) -> None:
        """Show what the rules said no to beside the fields they meant."""
        self._tried, self._refused = True, {}
        for place, (field, sentence) in enumerate(refusal_sentences(refused, self._today())):
            self._refused[field if field in self.rows else f"?{place}"] = sentence
        self._show(self._refused)

    def done(self) -> None:
        """What stood here has become a record: forget the draft and start as it was loaded."""
        if self._keeper:
            self._keeper.drop()
        self.sheet.set_raw(self._loaded)
        self._tried, self._refused = False, {}
        self._show({}, take_focus=False)

    def is_changed(self) -> bool:
        """Whether anything differs from what was loaded."""
        return bool(self.half_typed())

    def half_typed(self) -> dict[str, object]:
        """The fields that differ from what was loaded, as they stand."""
        return {name: raw for name, raw in self.sheet.raw().items() if raw != self._loaded[name]}

    def flush(self) -> None:
        """Keep half-typed text now: before lock, leaving and closing."""
        try:
            if self._on_commit and self.sheet.here:
                self._commit(self.sheet.here)
        finally:
            if self._keeper:
                self._keeper.flush()

    def _check(self) -> tuple[Draft | None, dict[str, str]]:
        values, errors = self.sheet.value(shown_only=True), self.sheet.unreadable()
        try:
            draft = self._draft_type.model_validate(values)
        except ValidationError as invalid:
            found = sentences(invalid, self.sheet.fields, values) | errors
            return None, {name: found[name] for name in (*self.rows, "") if name in found}
        return (None, errors) if errors else (draft, {})

    def _show(self, errors: Mapping[str, str], take_focus: bool = True) -> None:
        self.sheet.show_errors(errors)
        self.summary.show_problems([(said, self._way_to(name)) for name, said in errors.items()], take_focus)

    def _way_to(self, name: str) -> Callable[[], None]:
        return lambda: self.sheet.focus_field(name if name in self.rows else next(iter(self.rows)))

    def _edited(self, name: str) -> None:
        # what the rules said no to is another thing now
        self._refused.pop(name, None)
        self.changed.emit(name)

    def _left(self, name: str) -> None:
        """A field was left: commit it in a form that saves as it goes, or check it once checking has begun."""
        try:
            if self._on_commit:
                self._commit(name)
            elif self._tried:
                shown = self.sheet.errors()
                errors = {one: said for one, said in self._check()[1].items() if one == name or one in shown}
                self._show(self._refused | errors, take_focus=False)
        finally:
            if self._keeper:
                self._keeper.flush()

    def _commit(self, name: str) -> None:
        raw = self.rows[name].editor.raw()
        if raw == self._loaded[name] or self._on_commit is None:
            return
        said = self._check()[1].get(name, "")
        if not said:
            try:
                self._on_commit(name, self.rows[name].editor.value())
                self._loaded[name] = raw
            except (Refusal, Refusals) as refused:
                said = refusal_sentences(refused, self._today())[0][1]
        self.rows[name].show_error(said)


def _today() -> date:
    today = QDate.currentDate()
    return date(today.year(), today.month(), today.day())
